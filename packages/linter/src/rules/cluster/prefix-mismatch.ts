import type { AddressLine, Entry } from '@kalint/parser';
import { differencesOf, groupsOf } from '../../cluster/disagreement.ts';
import { nodeNames } from '../../cluster/names.ts';
import type { Member } from '../../cluster/virtual-routers.ts';
import type { Fix } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { wordFix } from './same-value-fix.ts';

/** The prefix is not in the advertisement: vrrp_in_chk_vips() in keepalived/vrrp/vrrp.c compares addresses. */
export const prefixMismatch = defineRule({
  id: 'prefix-mismatch',
  scope: 'cluster',
  severity: 'warning',
  summary: 'A virtual address has different prefix lengths on different nodes',
  check({ virtualRouters }, { report, quote }) {
    for (const { members } of virtualRouters) {
      for (const lines of linesByAddress(members)) {
        for (const { own, reference, agreeing } of differencesOf(lines, ({ prefix }) => prefix)) {
          report({
            at: own.entry.word,
            message: `${quote(own.entry.word)} has prefix ${prefixOf(own)} here, but ${prefixOf(reference)} on ${nodeNames(agreeing.map(({ member }) => member))}`,
            notes: [
              'the prefix is not in the advertisements, so that keepalived says nothing',
              'which network is reached through the interface, and from which source address, depends on which node is master',
            ],
            help: 'write the same prefix on all nodes',
            fix: agreeing.length > 1 || !hasPrefix(own) ? prefixFix(own, reference) : undefined,
            related: [
              { location: reference.entry.word, message: `prefix ${prefixOf(reference)} here` },
            ],
          });
        }
      }
    }
  },
});

/** An address as a node has it. */
interface Line {
  readonly member: Member;
  readonly entry: Entry<AddressLine>;
  readonly prefix: number;
}

function linesByAddress(members: readonly Member[]): readonly (readonly Line[])[] {
  return groupsOf(members.flatMap(linesOf), ({ entry }) => entry.value.address.value.key);
}

function linesOf(member: Member): readonly Line[] {
  const { virtual_ipaddress, virtual_ipaddress_excluded } = member.instance;
  const lines = new Map<string, Line>();
  for (const list of [virtual_ipaddress, virtual_ipaddress_excluded]) {
    for (const entry of list?.entries ?? []) {
      const { key, family, prefix } = entry.value.address.value;
      // Of the same address twice keepalived takes the first.
      if (lines.has(key)) continue;
      lines.set(key, { member, entry, prefix: prefix ?? (family === 4 ? 32 : 128) });
    }
  }
  return [...lines.values()];
}

function prefixFix({ entry: { value, word } }: Line, { prefix }: Line): Fix {
  const { text } = value.address.value;
  const address = text.split('/')[0] ?? text;
  return wordFix(word, `${address}/${prefix}`, `write the prefix /${prefix}`);
}

function hasPrefix({ entry }: Line): boolean {
  return entry.value.address.value.prefix !== undefined;
}

function prefixOf(line: Line): string {
  const { prefix } = line;
  return `/${prefix}${hasPrefix(line) ? '' : ' by default'}`;
}
