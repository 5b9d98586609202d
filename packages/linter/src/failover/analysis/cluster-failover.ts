import type { Location } from '@kalint/parser';
import type { Cluster } from '../../cluster/cluster.ts';
import { addressOwnerPriority } from '../../cluster/effective.ts';
import type { Member, VirtualRouter } from '../../cluster/virtual-routers.ts';
import { contestsOf, type Contest } from '../election/contest.ts';
import { formatFault, type Fault } from '../model/faults.ts';
import { goTo, reach, startOf, type Stage } from './history.ts';
import type { FailoverModel, ModelMember, ModelTracker } from '../model/model.ts';
import { nodeNames } from '../model/node-names.ts';
import type { Outcome, Verdict } from '../model/outcome.ts';
import { readModel } from '../model/read-model.ts';
import { isMisplaced, outcomeAt, verdictOn } from './scenario.ts';
import { areWeightsPlain } from './weights.ts';

/*
 * What the rules ask of the model of a cluster. Nothing is computed before it is asked for: `lint` reads
 * hundreds of instances of dozens of nodes, and few of them have anything in them that is worth a question.
 */

/** An instance and how it is written. */
export interface KnownMember extends ModelMember {
  readonly origin: Member;
}

/** A virtual router of several nodes, about all of whose instances everything is known. */
export interface KnownRouter {
  /** Its index in the model. */
  readonly index: number;
  readonly members: readonly KnownMember[];
}

export interface ClusterFailover {
  readonly model: FailoverModel;
  /** In the order of the cluster. */
  readonly routers: readonly KnownRouter[];
  readonly routerOf: (router: VirtualRouter) => KnownRouter | undefined;
  /** How a router, its index given, elects its master. */
  readonly electionOf: (router: number) => Election;
}

/** The virtual routers that are tied to one, and how they stand while nothing is broken. */
export interface Election {
  readonly model: FailoverModel;
  readonly contest: Contest;
  /** Computed when it is asked for. */
  readonly start: Stage;
  readonly router: number;
}

const known = new WeakMap<Cluster, ClusterFailover>();

/** The failover of a cluster, read once. */
export function failoverOf(cluster: Cluster): ClusterFailover {
  const failover = known.get(cluster) ?? readFailover(cluster);
  known.set(cluster, failover);
  return failover;
}

const notable = new WeakMap<Cluster, ReadonlySet<VirtualRouter>>();

/**
 * Its virtual routers in which weights may do something that is not meant. Most clusters have none, and are not
 * read for that.
 */
export function weightedRouters(cluster: Cluster): readonly KnownRouter[] {
  let found = notable.get(cluster);
  if (!found) {
    found = new Set(cluster.virtualRouters.filter((router) => !areWeightsPlain(router)));
    notable.set(cluster, found);
  }
  if (found.size === 0) return [];
  const { routerOf } = failoverOf(cluster);
  return [...found].flatMap((router) => routerOf(router) ?? []);
}

function readFailover(cluster: Cluster): ClusterFailover {
  const { model } = readModel(cluster, nodeNames(cluster.nodes));
  const placeOf = new Map<Member, number>();
  model.routers.forEach(({ members }, index) => {
    for (const { origin } of members) if (origin) placeOf.set(origin, index);
  });
  const electionOf = electionsIn(model);
  const routers = new Map(
    cluster.virtualRouters.flatMap((router) => {
      const [first] = router.members;
      const index = first && placeOf.get(first);
      const members = (index === undefined ? undefined : model.routers[index]?.members) ?? [];
      const isWhole = members.length > 1 && members.length === router.members.length;
      return isWhole && index !== undefined && isExaminable(electionOf(index))
        ? [[router, { index, members: members.flatMap(withOrigin) }] as const]
        : [];
    }),
  );
  return {
    model,
    routers: [...routers.values()],
    routerOf: (router) => routers.get(router),
    electionOf,
  };
}

/** Of more instances than this that sync groups tie together nothing is said: it would take seconds. */
const mostTied = 64;

function isExaminable({ contest: { contestants, routers } }: Election): boolean {
  return routers.length === 1 || contestants.length <= mostTied;
}

function withOrigin(member: ModelMember): readonly KnownMember[] {
  const { origin } = member;
  return origin ? [{ ...member, origin }] : [];
}

/** Tells how each virtual router of a model elects its master. */
function electionsIn(model: FailoverModel): (router: number) => Election {
  const contests = new Map<number, Contest>();
  const starts = new Map<Contest, Stage>();
  return (router) => {
    if (contests.size === 0) {
      for (const contest of contestsOf(model)) {
        for (const each of contest.routers) contests.set(each, contest);
      }
    }
    const contest = contests.get(router) ?? {
      contestants: [],
      units: [],
      routers: [],
      isOpen: true,
    };
    return {
      ...{ model, contest, router },
      get start() {
        const start = starts.get(contest) ?? startOf(model, contest);
        starts.set(contest, start);
        return start;
      },
    };
  };
}

/** Who holds the addresses while nothing is broken. */
export function initialIn({ model, contest, start, router }: Election): Outcome {
  return outcomeAt(model, contest, start, router);
}

/** What some faults make of a virtual router, and nothing about times and repairs. */
export interface Effect extends Outcome {
  readonly verdict: Verdict;
  /** As in a scenario. */
  readonly isMisplaced: boolean;
}

/** What some faults bring about, in whatever order they come. */
export function effectIn(election: Election, faults: readonly Fault[]): Effect {
  const { model, contest, start, router } = election;
  const stage = stageAfter(election, faults);
  const outcome = outcomeAt(model, contest, stage, router);
  return {
    ...outcome,
    verdict: verdictOn(initialIn(election), outcome),
    isMisplaced: isMisplaced(contest, start.situation, stage, router),
  };
}

/** The virtual routers that are tied together ask the same. */
const stages = new WeakMap<Contest, Map<string, Stage>>();

function stageAfter({ model, contest, start }: Election, faults: readonly Fault[]): Stage {
  const asked = stages.get(contest) ?? new Map<string, Stage>();
  stages.set(contest, asked);
  const key = JSON.stringify(faults.map(formatFault));
  const stage = asked.get(key) ?? reach(model, contest, start, faults).stage;
  asked.set(key, stage);
  return stage;
}

/** Who holds the addresses when many things fail at the same moment. */
export function outcomeOfAll(
  { model, contest, start, router }: Election,
  faults: readonly Fault[],
): Outcome {
  return outcomeAt(model, contest, goTo(model, contest, start, faults).stage, router);
}

/** Whether all members hear each other; an address owner need not listen. */
export function hearEachOther({ members }: KnownRouter): boolean {
  return members.every(
    ({ base, hears }) => base === addressOwnerPriority || hears.size === members.length - 1,
  );
}

/** The failure of what a tracker looks at. Undefined for a file: there are many numbers. */
export function failureOf(
  { nodes }: FailoverModel,
  { node }: ModelMember,
  { item }: ModelTracker,
): Fault | undefined {
  const host = nodes[node];
  const tracked = host?.items[item];
  return !host || !tracked || tracked.kind === 'file'
    ? undefined
    : { kind: tracked.kind, node: host.name, name: tracked.name };
}

/** The name by which faults call the node of a member. */
export function nodeNameOf({ nodes }: FailoverModel, { node }: ModelMember): string {
  return nodes[node]?.name ?? '';
}

/** What is tried out: how members would stand if they were written in another way. */
export type Change = (member: ModelMember) => ModelMember;

/** Tells how some routers, their indices given, would elect their masters after a change. */
export function electionsAfter(
  { nodes, routers }: FailoverModel,
  indices: readonly number[],
  change: Change,
): (router: number) => Election {
  const electionOf = electionsIn({
    nodes,
    routers: indices.flatMap((index) => {
      const router = routers[index];
      return router ? [{ ...router, members: router.members.map(change) }] : [];
    }),
  });
  return (router) => electionOf(indices.indexOf(router));
}

/** Another weight wherever one of some places says it. */
export function weightAt(sites: readonly Location[], weight: number): Change {
  return (member) => ({
    ...member,
    trackers: member.trackers.map((tracker) =>
      isAt(tracker, sites) ? { ...tracker, weight } : tracker,
    ),
  });
}

/** The routers in which a place says the weight of something, and those that are tied to them. */
export function routersWith(
  { model, electionOf }: ClusterFailover,
  sites: readonly Location[],
): readonly number[] {
  const found = model.routers.flatMap(({ members }, index) =>
    members.some(({ trackers }) => trackers.some((tracker) => isAt(tracker, sites))) ? [index] : [],
  );
  return [...new Set(found.flatMap((index) => electionOf(index).contest.routers))];
}

function isAt({ at }: ModelTracker, sites: readonly Location[]): boolean {
  return at !== undefined && sites.some((site) => isSameSite(at, site));
}

/** Whether two places are one: several instances can share the weight of a script. */
export function isSameSite(a: Location, b: Location): boolean {
  return a.source === b.source && a.span.start === b.span.start;
}

/** Whether two outcomes have the same masters, for certain. */
export function haveSameMasters(a: Outcome, b: Outcome): boolean {
  const key = ({ masters, candidates }: Outcome): string => JSON.stringify([masters, candidates]);
  return key(a) === key(b);
}
