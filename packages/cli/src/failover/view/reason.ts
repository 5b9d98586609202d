import type { Fault, Outcome, RouterReport, Scenario } from '@kalint/linter';
import { enumerated, phrase, type Phrase } from './phrase.ts';
import type { Tone } from './view.ts';
import { holdsAlone, rankOf } from './words.ts';

/** Why the addresses are where they are, and how much that matters. */
export interface Reason {
  readonly tone: Tone;
  readonly text: Phrase;
}

/** Undefined when there is nothing to explain. */
export function reasonFor(
  scenario: Scenario,
  before: Outcome,
  router: RouterReport,
): Reason | undefined {
  switch (scenario.verdict) {
    case 'no-master':
      return reasonForNone(scenario, router);
    case 'moved':
      return reasonForMove(scenario);
    case 'stays':
      return reasonToStay(scenario, before, router);
    case 'split-brain':
      return isCut(scenario, router) ? { tone: 'unavoidable', text: [ofCut] } : undefined;
    case 'undecided':
      return undefined;
  }
}

const ofCut = 'a backup that does not hear its master takes over';

/** Whether links have failed, and nothing else: that one master becomes several then is how VRRP is meant. */
function isCut({ faults }: Scenario, { initial }: RouterReport): boolean {
  return holdsAlone(initial) && faults.length > 0 && faults.every(({ kind }) => kind === 'link');
}

/** When all hosts or their links are gone, no configuration helps. */
function reasonForNone(
  { priorities, faults }: Scenario,
  { members }: RouterReport,
): Reason | undefined {
  const standings = [...priorities.values()];
  const isOff = (node: string): boolean =>
    priorities.get(node) === 'down' || priorities.get(node) === 'stopped';
  const hasLink = (node: string, link: string | undefined): boolean =>
    itemFaultsOn(node, faults).every(({ kind, name }) => kind !== 'interface' || name !== link);
  if (members.every(({ node }) => isOff(node)))
    return { tone: 'unavoidable', text: ['no node is left'] };
  if (members.every(({ node, interface: link }) => isOff(node) || !hasLink(node, link)))
    return { tone: 'unavoidable', text: ['no node is left that has its network'] };
  if (standings.every((each) => typeof each !== 'number'))
    return { tone: 'bad', text: ['no node can take part: each is in FAULT or off'] };
  return undefined;
}

function reasonForMove({ masters, faults, isMisplaced }: Scenario): Reason | undefined {
  const [master] = masters;
  if (!isMisplaced || master === undefined) return undefined;
  const names = itemFaultsOn(master, faults).map(({ name }) => name);
  const text =
    names.length === 0
      ? phrase`${master} has lost priority itself, another node has not`
      : phrase`${enumerated(names, 'and')} ${[names.length === 1 ? 'fails' : 'fail']} there, not on every other node`;
  return { tone: 'warning', text };
}

/** Something fails on the holder, and lowers its priority too little, or not at all. */
function reasonToStay(
  scenario: Scenario,
  before: Outcome,
  router: RouterReport,
): Reason | undefined {
  const { masters, priorities, faults, isMisplaced } = scenario;
  const [holder] = masters;
  if (holder === undefined) return undefined;
  const [now, was] = [priorities.get(holder), before.priorities.get(holder)];
  const failed = itemFaultsOn(holder, faults).filter((fault) => isWatchedBy(router, fault));
  if (failed.length === 0 || typeof now !== 'number') return undefined;
  // A number in a file is a failure only if it lowers the priority, and with `reverse` a check that fails raises it.
  const isUnmoved = now === was && failed.some(({ kind }) => kind !== 'file');
  if (!isMisplaced && !isUnmoved) return undefined;
  const names = failed.map(({ name }) => name);
  const fails = phrase`${enumerated(names, 'and')} ${[names.length === 1 ? 'fails' : 'fail']}`;
  const rival = bestRival(holder, scenario, router);
  if (!rival)
    return { tone: 'calm', text: phrase`${fails}, but no other node without a fault takes part` };
  const best = rankOf(priorities.get(rival.node));
  if (now >= best)
    return { tone: 'warning', text: phrase`${fails}, priority ${now} is not below ${best}` };
  const text = rival.preempt
    ? phrase`${fails}, although priority ${now} is below ${best} of ${rival.node}`
    : phrase`${fails}, priority ${now} is below ${best}, but ${rival.node} has nopreempt`;
  return { tone: 'warning', text };
}

/** The node with the highest priority of those that take part and on which nothing fails. */
function bestRival(
  holder: string,
  { priorities, faults }: Scenario,
  { members }: RouterReport,
): RouterReport['members'][number] | undefined {
  return members
    .filter(
      ({ node }) =>
        node !== holder &&
        typeof priorities.get(node) === 'number' &&
        itemFaultsOn(node, faults).length === 0,
    )
    .sort((a, b) => rankOf(priorities.get(b.node)) - rankOf(priorities.get(a.node)))[0];
}

type ItemFault = Extract<Fault, { readonly name: string }>;

/** The checks that fail on a node. */
function itemFaultsOn(node: string, faults: readonly Fault[]): readonly ItemFault[] {
  return faults.filter((fault): fault is ItemFault => 'name' in fault && fault.node === node);
}

/** Whether the virtual router knows the fault: another one of the node may track what fails. */
function isWatchedBy({ scenarios }: RouterReport, fault: ItemFault): boolean {
  const { kind, node, name } = fault;
  return scenarios.some(({ faults: [first, second] }) => {
    if (!first || second || !('name' in first)) return false;
    return first.kind === kind && first.node === node && first.name === name;
  });
}
