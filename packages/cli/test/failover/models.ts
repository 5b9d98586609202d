import {
  analyse,
  type FailoverModel,
  type FailoverReport,
  type ModelMember,
  type ModelNode,
  type TrackedItem,
} from '@kalint/linter';

/* Clusters of any size, without files. */

interface NodeOptions {
  readonly name: string;
  readonly priority: number;
  readonly preempt?: boolean;
  /** Script and its weight. */
  readonly scripts?: readonly (readonly [name: string, weight: number])[];
}

const second = { min: 0, max: 1 };

function item(kind: TrackedItem['kind'], name: string): TrackedItem {
  return { kind, name, detection: { min: 2, max: 4 }, recovery: second, value: 0 };
}

function nodeOf({ name, scripts = [] }: NodeOptions): ModelNode {
  const items = [item('interface', 'eth0'), ...scripts.map(([script]) => item('script', script))];
  return { name, items, startupDelay: 0 };
}

function memberOf(options: NodeOptions, node: number, all: readonly NodeOptions[]): ModelMember {
  const { priority, preempt = true, scripts = [] } = options;
  return {
    ...{ node, instance: 'VI_1', interface: 'eth0', base: priority, preempt },
    trackers: [
      { item: 0, weight: 0, reverse: false },
      ...scripts.map(([, weight], index) => ({ item: index + 1, weight, reverse: false })),
    ],
    ...{ preemptDelay: 0, startsAsMaster: false, version: 2, advertInterval: 1 },
    downTimerAdverts: 3,
    hears: new Set(all.map((_, index) => index).filter((index) => index !== node)),
    ...{ address: String(node), syncGroup: undefined },
  };
}

/** One virtual router on these nodes, all of which hear each other. */
export function modelOf(nodes: readonly NodeOptions[], id = 'VI_1'): FailoverModel {
  const members = nodes.map((node, index) => memberOf(node, index, nodes));
  return {
    nodes: nodes.map(nodeOf),
    routers: [{ id, virtualRouterId: 51, family: 4, members }],
  };
}

export function reportOf(model: FailoverModel, maxFaults = 2): FailoverReport {
  return {
    nodes: model.nodes.map(({ name }) => ({ name, file: `${name}.conf`, configId: undefined })),
    routers: analyse(model, maxFaults),
    maxFaults,
    unknown: [],
  };
}

/** 100 and 90, and one check whose weight is too small. */
export const two = modelOf([
  {
    name: 'lb1',
    priority: 100,
    scripts: [
      ['chk_http', -20],
      ['chk_dns', -5],
    ],
  },
  {
    name: 'lb2',
    priority: 90,
    scripts: [
      ['chk_http', -20],
      ['chk_dns', -5],
    ],
  },
]);

/** The classic: 100, 90, 80 with -15. */
export const three = modelOf([
  { name: 'lb1', priority: 100, scripts: [['chk_http', -15]] },
  { name: 'lb2', priority: 90, preempt: false, scripts: [['chk_http', -15]] },
  { name: 'lb3', priority: 80, scripts: [['chk_http', -15]] },
]);

export const eight = modelOf(
  Array.from({ length: 8 }, (_, index) => ({
    name: `lb-frankfurt-0${index + 1}`,
    priority: 150 - 10 * index,
    scripts: [
      ['chk_http', -35],
      ['chk_gateway', 0],
    ] as const,
  })),
);
