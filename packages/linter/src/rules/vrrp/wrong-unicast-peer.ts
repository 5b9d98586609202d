import { sourceAddressOf } from '../../cluster/effective.ts';
import { nameOf } from '../../cluster/names.ts';
import type { Fix } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { lineRemoval } from '../line-edits.ts';
import { virtualAddressesOf } from './virtual-addresses.ts';

/**
 * keepalived sends to whatever is listed. From its own address it gets its own advertisements back, and
 * logs each of them (vrrp_state_master_rx() in keepalived/vrrp/vrrp.c).
 */
export const wrongUnicastPeer = defineRule({
  id: 'wrong-unicast-peer',
  scope: 'config',
  severity: 'warning',
  summary: 'A unicast peer is the node itself, or a virtual address',
  check({ config }, { report, quote }) {
    for (const instance of config.vrrp_instance ?? []) {
      if (!instance.unicast_peer) continue;
      const own = sourceAddressOf(instance);
      const virtual = new Map(
        virtualAddressesOf(instance).map(({ entry }) => [
          entry.value.address.value.key,
          entry.word,
        ]),
      );
      const peers = instance.unicast_peer.entries;
      const isWrong = (key: string): boolean => own?.address.key === key || virtual.has(key);
      const hasOthers = peers.some(({ value }) => !isWrong(value.address.value.key));
      for (const { value, word, statement } of peers) {
        const { key } = value.address.value;
        const isOwn = own?.address.key === key;
        const at = isOwn ? own.at : virtual.get(key);
        if (!at) continue;
        // Without any peers left it would use multicast.
        const fix: Fix | undefined = hasOthers
          ? {
              title: 'remove the peer',
              safety: isOwn ? 'safe' : 'unsafe',
              edits: [lineRemoval(statement)],
            }
          : undefined;
        report({
          at: word,
          message: isOwn
            ? `${quote(nameOf(instance))} has its own address ${quote(word)} as a unicast peer`
            : `${quote(nameOf(instance))} has its virtual address ${quote(word)} as a unicast peer`,
          notes: [
            isOwn
              ? 'while master it sends each advertisement to itself as well, and logs "equal priority advert received from remote host with our IP address"'
              : 'the virtual address is where the master is: a backup is not reached there, and the master reaches itself',
          ],
          help: 'list the addresses that the other routers have all the time',
          related: [{ location: at, message: isOwn ? 'the own address' : 'the virtual address' }],
          fix,
        });
      }
    }
  },
});
