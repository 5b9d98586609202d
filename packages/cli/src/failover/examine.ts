import {
  availabilityOf,
  checkExpectations,
  configIdOf,
  failover,
  failoverRules,
  fold,
  formatFault,
  isComplete,
  lint,
  readFault,
  type Event,
  type Failover,
  type KnownAddresses,
  type FailureRate,
  type Node,
  type Severities,
} from '@kalint/linter';
import type { Release, SourceFile } from '@kalint/parser';
import { configIdsOf, type FileGroup } from '../configuration/groups.ts';
import { nodeInputsFor } from '../node-inputs.ts';
import type { Facts } from './facts.ts';
import type { FailoverInvocation, WrittenEvent } from './request.ts';

/** What is examined, and how. */
export interface Subject {
  readonly sources: readonly SourceFile[];
  /** What the configuration file says of them. */
  readonly group: FileGroup;
  readonly release: Release;
  /** Undefined: nothing is asked about availability. */
  readonly rate: FailureRate | undefined;
  /** Those that the configuration file sets. */
  readonly severities: Severities | undefined;
}

/** Finds out what a report is to show, or why it cannot be found out. */
export async function examine(
  { sources, group, release, rate, severities = new Map() }: Subject,
  invocation: FailoverInvocation,
): Promise<Facts | { readonly mistakes: readonly string[] }> {
  const inputs = await nodeInputsFor(sources, invocation, configIdsOf(group.nodes));
  const own = new Set(failoverRules.map(({ id }) => id));
  const { nodes, diagnostics } = lint(sources, { ...inputs, release, severities });
  const names = configuredNames(nodes, group);
  const { maxFaults } = invocation;
  const addresses = configuredAddresses(nodes, group);
  const result = failover(nodes, { release, maxFaults, names, addresses });
  const twice = firstRepeated(result.report.nodes.map(({ name }) => name));
  if (twice !== undefined) return { mistakes: [`two nodes are called ${twice}`] };

  const events = readEvents(invocation.events, result);
  if ('mistake' in events) return { mistakes: [events.mistake] };
  const { report, model } = result;
  const expected = group.expectations;
  const expectations = checkExpectations(
    model,
    expected.map(({ expectation }) => expectation),
    maxFaults,
  );
  const misread = expectations.flatMap((each, index) =>
    'mistake' in each ? [`${expected[index]?.place ?? ''}: ${each.mistake.message}`] : [],
  );
  if (misread.length > 0) return { mistakes: misread };
  return {
    release,
    report: { ...report, unknown: [...report.unknown, ...unreadInstances(nodes)] },
    steps: events.events.length > 0 ? result.follow(events.events) : undefined,
    findings: fold(diagnostics.filter(({ rule }) => own.has(rule))),
    otherErrors: fold(diagnostics).filter(
      ({ rule, severity }) => severity === 'error' && !own.has(rule),
    ).length,
    expectations,
    availability: rate && {
      rate,
      routers: report.routers.map(({ scenarios, initial }) =>
        availabilityOf(scenarios, initial, rate),
      ),
    },
  };
}

/** What the configuration file calls nodes. */
function configuredNames(nodes: readonly Node[], group: FileGroup): ReadonlyMap<Node, string> {
  return new Map(
    nodes.flatMap((node): readonly [Node, string][] => {
      const name = configuredNode(node, group)?.name;
      return name === undefined ? [] : [[node, name]];
    }),
  );
}

/** What it says of their own addresses. */
function configuredAddresses(nodes: readonly Node[], group: FileGroup): KnownAddresses {
  return new Map(
    nodes.map((node) => [node, configuredNode(node, group)?.addresses ?? new Map()] as const),
  );
}

function configuredNode(node: Node, { nodes }: FileGroup): FileGroup['nodes'][number] | undefined {
  return nodes.find(
    ({ file, configId }) =>
      file === node.source.path && (configId === undefined || configId === configIdOf(node)),
  );
}

function firstRepeated(names: readonly string[]): string | undefined {
  return names.find((name, index) => names.indexOf(name) !== index);
}

/** Instances of nodes of which a part is not read: a check, or a priority, may stand in it. */
function unreadInstances(nodes: readonly Node[]): Facts['report']['unknown'] {
  return nodes
    .filter((node) => !isComplete(node))
    .flatMap((node) =>
      (node.config.vrrp_instance ?? []).map(({ header }) => ({
        node: node.name,
        instance: header,
        reason: 'not all of its configuration can be read',
      })),
    );
}

/** The events with their faults; nothing is repaired that has not failed. */
function readEvents(
  written: readonly WrittenEvent[],
  { model }: Failover,
): { readonly events: readonly Event[] } | { readonly mistake: string } {
  const events: Event[] = [];
  const failed = new Set<string>();
  for (const { change, fault: text } of written) {
    const fault = readFault(text, model);
    if ('message' in fault) return { mistake: fault.message };
    const name = formatFault(fault);
    if (change === 'fail') failed.add(name);
    else if (!failed.delete(name)) return { mistake: `${text} is repaired before it has failed` };
    events.push({ change, fault });
  }
  return { events };
}
