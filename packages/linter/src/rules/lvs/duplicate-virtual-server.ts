import { defineRule, type RuleContext } from '../../rule.ts';
import { virtualServersOf } from './servers.ts';
import { servicesOf, type Service } from './services.ts';

/**
 * keepalived compares virtual servers with those of its last configuration only (clear_diff_services() in
 * keepalived/check/ipwrapper.c). The kernel has one service for an address, port and protocol, or for a mark.
 */
export const duplicateVirtualServer = defineRule({
  id: 'duplicate-virtual-server',
  scope: 'config',
  severity: 'warning',
  summary: 'Two virtual servers stand for the same address, port and protocol, or the same mark',
  check(node, { report, quote }) {
    const services = virtualServersOf(node).flatMap((server) => servicesOf(server, node.config));
    for (const [first, second] of repeated(services)) {
      report({
        at: second.word,
        message: `${addressOrMark(second, quote)} belongs to a virtual_server already`,
        notes: [
          'keepalived says nothing, but the kernel has one service for both: the settings of the first one count, all real servers come together, and a server that is in both is taken out by either',
        ],
        help: 'make one virtual_server of the two, or correct the address, port or protocol',
        related: [{ location: first.word, message: 'the first one' }],
      });
    }
  },
});

/** What a service is known by, in a message. */
function addressOrMark({ word, port }: Service, quote: RuleContext['quote']): string {
  if (port === undefined) return `mark ${quote(word)}`;
  return port === 0 ? quote(word) : `${quote(word)} port ${port}`;
}

/** Pairs of services that have an address or mark in common, the one that is written first in front. */
function repeated(services: readonly Service[]): readonly (readonly [Service, Service])[] {
  const pairs: (readonly [Service, Service])[] = [];
  /** Of the services of a key so far, the one that reaches furthest. */
  const furthest = new Map<string, Service>();
  for (const service of [...services].sort(byFirst)) {
    const before = furthest.get(service.key);
    // Virtual servers may share a group: keepalived counts how many of them use a line.
    if (before && before.last >= service.first && before.word !== service.word) {
      pairs.push(isBehind(service, before) ? [before, service] : [service, before]);
    }
    if (!before || service.last > before.last) furthest.set(service.key, service);
  }
  return pairs;
}

function byFirst(a: Service, b: Service): number {
  return a.first < b.first ? -1 : a.first > b.first ? 1 : 0;
}

function isBehind({ word }: Service, { word: other }: Service): boolean {
  return word.source !== other.source || word.span.start > other.span.start;
}
