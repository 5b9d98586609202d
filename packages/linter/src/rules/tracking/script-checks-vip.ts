import { parseAddress, type Config, type Word } from '@kalint/parser';
import { nameOf } from '../../cluster/names.ts';
import { advertisedAddressesOf } from '../../cluster/effective.ts';
import { defineRule } from '../../rule.ts';
import { commandsOf, programOf, type Command } from './commands.ts';

/** Only the master has the address (vrrp_state_become_master() in keepalived/vrrp/vrrp.c). */
export const scriptChecksVip = defineRule({
  id: 'script-checks-vip',
  scope: 'config',
  severity: 'info',
  profile: 'strict',
  summary: 'A check asks a virtual address instead of the service on this node',
  check({ config }, { report, quote }) {
    const addresses = virtualAddressesOf(config);
    for (const command of commandsOf(config)) {
      if (command.script === undefined) continue;
      const address = addressesIn(command).flatMap((key) => addresses.get(key) ?? [])[0];
      if (!address) continue;
      report({
        at: command.word,
        message: `the check ${quote(command.word)} asks the virtual address ${quote(address)}`,
        notes: [
          'on a backup the master answers: the check says nothing about the service of this node',
          'when the master fails, the check fails on all nodes, and none may take over',
        ],
        help: 'ask the service on an address of this node, such as 127.0.0.1',
        related: [{ location: address, message: 'the virtual address' }],
      });
    }
  },
});

function virtualAddressesOf(config: Config): ReadonlyMap<string, Word> {
  const found = new Map<string, Word>();
  for (const instance of config.vrrp_instance ?? []) {
    if (nameOf(instance).text.includes('$')) continue;
    for (const [key, word] of advertisedAddressesOf(instance)) found.set(key, word);
  }
  return found;
}

/** The addresses in a command, by their keys; whether the node has one itself is a fair question. */
function addressesIn(command: Command): readonly string[] {
  if (/^(?:ip|ifconfig|arping|grep|hostname)$/.test(programOf(command))) return [];
  return command.arguments.slice(1).flatMap(({ text }) => {
    if (/\bip\s+(?:-\S+\s+)*(?:a|addr|address)\b/.test(text)) return [];
    return (text.match(/[\d.]{7,15}|[\da-fA-F:]{3,39}/g) ?? []).flatMap((each) => {
      const address = parseAddress(each);
      return address ? [address.key] : [];
    });
  });
}
