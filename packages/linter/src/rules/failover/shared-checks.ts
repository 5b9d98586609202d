import type { Location, Word } from '@kalint/parser';
import {
  failureOf,
  type ClusterFailover,
  type KnownMember,
  type KnownRouter,
} from '../../failover/analysis/cluster-failover.ts';
import { definitionKey, definitionsOf } from '../../failover/model/definitions.ts';
import type { Fault } from '../../failover/model/faults.ts';

/** A check of something that all nodes share, as one of them tracks it. */
export interface SharedCheck {
  readonly member: KnownMember;
  readonly weight: number;
  readonly at: Location;
  readonly word: Word;
  readonly failure: Fault;
}

/** The commands that ask another machine, and that all members of a virtual router track, in their order. */
export function sharedChecksOf(
  failover: ClusterFailover,
  { members }: KnownRouter,
): readonly (readonly SharedCheck[])[] {
  const [first, ...others] = members.map((member) => commandsOf(failover, member));
  return [...(first ?? [])]
    .filter(([command]) => asksElsewhere(command))
    .flatMap(([command, own]) => {
      const theirs = others.flatMap((each) => each.get(command) ?? []);
      return theirs.length === others.length ? [[own, ...theirs]] : [];
    });
}

/** The scripts that a member tracks, by their commands; not those that are meant the other way round. */
function commandsOf(
  { model }: ClusterFailover,
  member: KnownMember,
): ReadonlyMap<string, SharedCheck> {
  const found = new Map<string, SharedCheck>();
  for (const tracker of member.trackers) {
    const { weight, reverse, at, word } = tracker;
    const failure = failureOf(model, member, tracker);
    if (failure?.kind !== 'script' || reverse || !at || !word) continue;
    const definition = definitionsOf(member.origin.node).get(definitionKey('script', failure.name));
    const command = definition?.kind === 'script' && definition.block.script?.value.command;
    if (command) found.set(command, { member, weight, at, word, failure });
  }
  return found;
}

/** Whether a command names an address, and not only that of the machine itself. */
function asksElsewhere(command: string): boolean {
  const addresses = command.match(/(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/g) ?? [];
  return addresses.some((address) => !address.startsWith('127.') && address !== '0.0.0.0');
}
