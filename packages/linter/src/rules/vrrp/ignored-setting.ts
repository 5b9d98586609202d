import { removalOf } from './setting-removal.ts';
import { nameOf } from '../../cluster/names.ts';
import { isComplete } from '../../cluster/node.ts';
import { defineRule } from '../../rule.ts';
import { ignoredSettings } from './ignored-settings.ts';

/** vrrp_complete_instance() in keepalived/vrrp/vrrp.c resets what another setting makes void. */
export const ignoredSetting = defineRule({
  id: 'ignored-setting',
  scope: 'config',
  severity: 'error',
  summary: 'A setting of an instance has no effect because of another one',
  check(node, { report, quote, release }) {
    // What would give it an effect may stand in a file that was not read.
    if (!isComplete(node)) return;
    for (const instance of node.config.vrrp_instance ?? []) {
      for (const { at, because, says, cause, help } of ignoredSettings(node, instance, release)) {
        const word = 'keyword' in at ? at.keyword : at;
        report({
          at: word,
          severity: says === undefined ? 'warning' : 'error',
          message: `${word.text} of ${quote(nameOf(instance))} has no effect ${because}`,
          notes: [
            says === undefined
              ? 'keepalived does not say so'
              : `keepalived reports it ("${says}"), and goes on without it`,
          ],
          help: help ?? `remove \`${word.text}\``,
          related: cause ? [{ location: cause, message: 'this is why' }] : [],
          fix: {
            title: `remove \`${word.text}\``,
            safety: 'safe',
            edits: [removalOf(at)],
          },
        });
      }
    }
  },
});
