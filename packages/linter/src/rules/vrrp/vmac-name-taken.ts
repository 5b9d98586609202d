import type { VrrpInstance, Word } from '@kalint/parser';
import { nameOf } from '../../cluster/names.ts';
import { defineRule } from '../../rule.ts';

/** vrrp_vmac_handler() and vrrp_ipvlan_handler() in keepalived/vrrp/vrrp_parser.c */
export const vmacNameTaken = defineRule({
  id: 'vmac-name-taken',
  scope: 'config',
  severity: 'error',
  summary: 'Two instances give their VMAC or ipvlan interfaces the same name',
  check({ config }, { report, quote }) {
    const { vrrp_instance: instances = [] } = config;
    if (instances.length < 2) return;
    const taken = new Map<string, { readonly word: Word; readonly instance: VrrpInstance }>();
    for (const instance of instances) {
      const word = interfaceNameOf(instance);
      if (!word) continue;
      const first = taken.get(word.text);
      if (!first) taken.set(word.text, { word, instance });
      else {
        report({
          at: word,
          message: `${quote(nameOf(first.instance))} has an interface ${quote(word)} already`,
          notes: [
            'keepalived reports "is already using ... - ignoring name", and takes a name of its own choice',
          ],
          help: 'give each instance an interface name of its own, or none',
          related: [{ location: first.word, message: 'the first one' }],
        });
      }
    }
  },
});

/** The first name that is given to the interface that the instance makes. */
function interfaceNameOf({ use_vmac: vmacs = [], use_ipvlan }: VrrpInstance): Word | undefined {
  const names = [...vmacs.map(({ value }) => value?.name), use_ipvlan?.value?.name];
  return names.flatMap((name) => name?.words ?? [])[0];
}
