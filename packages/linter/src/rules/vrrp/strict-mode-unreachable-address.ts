import {
  compareReleases,
  type AddressLine,
  type Entry,
  type Location,
  type Release,
  type VrrpInstance,
} from '@kalint/parser';
import {
  addressOwnerPriority,
  basePriorityOf,
  strictModeOf,
  versionOf,
} from '../../cluster/effective.ts';
import { nameOf } from '../../cluster/names.ts';
import type { Node } from '../../cluster/node.ts';
import { locationOf } from '../../diagnostic.ts';
import { defineRule, type Finding, type RuleContext } from '../../rule.ts';
import { strictKeyword, withoutStrictMode } from './strict-mode.ts';
import { isReadBefore } from '../../cluster/reading-order.ts';

/** A line, and the instances that do not accept what is sent to their addresses because of it. */
interface Cause {
  readonly keyword: 'vrrp_strict' | 'strict_mode' | 'no_accept';
  readonly at: Location;
  readonly instances: [VrrpInstance, ...VrrpInstance[]];
}

/**
 * vrrp_complete_instance() and vrrp_handle_accept_mode() in keepalived/vrrp/vrrp.c: while an instance
 * that does not accept (Accept_Mode in RFC 5798, section 6.1) is master, firewall rules drop what is
 * sent to its addresses, excluded ones too. With the daemon no connection came through.
 */
export const strictModeUnreachableAddress = defineRule({
  id: 'strict-mode-unreachable-address',
  scope: 'config',
  severity: 'warning',
  summary: 'Strict mode makes virtual addresses unreachable',
  check(node, { report, quote, release }) {
    if (hasNoFirewall(node, release)) return;
    for (const cause of causesOf(node)) report(findingOf(node, cause, quote));
  },
});

/** Up to 2.0.10 vrrp_iptables without a chain meant that there are no rules. */
function hasNoFirewall(node: Node, release: Release): boolean {
  const chains = node.config.global_defs?.vrrp_iptables;
  return chains?.words.length === 0 && compareReleases(release, '2.0.11') < 0;
}

function causesOf(node: Node): Iterable<Cause> {
  const causes = new Map<number, Cause>();
  for (const instance of node.config.vrrp_instance ?? []) {
    const cause = causeOf(node, instance);
    if (!cause || addressesOf(instance).length === 0) continue;
    const known = causes.get(cause.at.span.start);
    if (known) known.instances.push(instance);
    else causes.set(cause.at.span.start, cause);
  }
  return causes.values();
}

function causeOf(node: Node, instance: VrrpInstance): Cause | undefined {
  if (basePriorityOf(instance).value === addressOwnerPriority) return undefined;
  const { accept, no_accept: refusal } = instance;
  if (refusal && !(accept && isReadBefore(refusal, accept, instance))) {
    return { keyword: 'no_accept', at: locationOf(refusal), instances: [instance] };
  }
  const strict = strictModeOf(node, instance);
  if (!strict.value || (accept && versionOf(node, instance).value === 3)) return undefined;
  return { keyword: strictKeyword(strict), at: strict.at, instances: [instance] };
}

function addressesOf(instance: VrrpInstance): readonly Entry<AddressLine>[] {
  return [
    ...(instance.virtual_ipaddress?.entries ?? []),
    ...(instance.virtual_ipaddress_excluded?.entries ?? []),
  ];
}

function findingOf(
  node: Node,
  { keyword, at, instances }: Cause,
  quote: RuleContext['quote'],
): Finding {
  const [first, ...others] = instances;
  const isServed = instances.some((instance) => isVirtualServer(node, instance));
  const isReset = keyword === 'no_accept' ? [] : instances.filter(({ accept }) => accept);
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  const [address] = addressesOf(first);
  return {
    at,
    // Whoever writes no_accept may well mean it: a router that only routes needs nothing else.
    severity: keyword === 'no_accept' && !isServed ? 'info' : undefined,
    message: `${keyword} makes the virtual addresses of ${quote(nameOf(first))}${more} unreachable`,
    notes: [
      'while master, keepalived has the firewall drop every packet to them: this host answers neither ping nor any service there',
      ...(isServed
        ? ['IPVS comes behind the firewall: a virtual_server there gets no packets either']
        : []),
      ...isReset.map(
        (instance) =>
          `\`accept\` of ${quote(nameOf(instance))} is reset: with VRRP version 2 strict mode forbids it`,
      ),
    ],
    help: helpFor(node, keyword, instances),
    related: address
      ? [{ location: address.word, message: 'unreachable while this node is master' }]
      : [],
  };
}

/** IPVS sees only what the firewall's input rules let through. */
function isVirtualServer(node: Node, instance: VrrpInstance): boolean {
  const keys = new Set(addressesOf(instance).map(({ value }) => value.address.value.key));
  return (node.config.virtual_server ?? []).some(
    ({ header }) => header.address !== undefined && keys.has(header.address.value.key),
  );
}

function helpFor(node: Node, keyword: Cause['keyword'], instances: Cause['instances']): string {
  if (keyword === 'no_accept') {
    return 'remove `no_accept`, unless the address is for nothing but routing';
  }
  const remove = withoutStrictMode(node, strictModeOf(node, instances[0]));
  const isVersion3 = instances.every((instance) => versionOf(node, instance).value === 3);
  return isVersion3 ? `add \`accept\` to the vrrp_instance, or ${remove}` : remove;
}
