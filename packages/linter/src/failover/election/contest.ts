import type { FailoverModel, ModelMember } from '../model/model.ts';

/** An instance that takes part in a contest. */
export interface Contestant {
  /** Its index in the contest. */
  readonly index: number;
  /** Indices in the model. */
  readonly router: number;
  readonly node: number;
  readonly member: ModelMember;
  /** Seconds, of its node. */
  readonly startupDelay: number;
  readonly isDelayStretched: boolean;
  /** Index of its unit. */
  readonly unit: number;
  /**
   * Masters with the same rhythm advertise together: members of a group become master together, and what is due
   * together on one socket is sent in one go (vrrp_dispatcher_read_timeout() in vrrp_scheduler.c).
   */
  readonly rhythm: string;
  /** The contestants of its virtual router that it hears while all links are up. */
  readonly hears: ReadonlySet<Contestant>;
}

/** Instances of one node that change their state together: a sync group, or one instance. */
export interface Unit {
  readonly index: number;
  readonly members: readonly Contestant[];
}

/** The virtual routers that sync groups tie together; one alone when none does. */
export interface Contest {
  readonly contestants: readonly Contestant[];
  readonly units: readonly Unit[];
  /** Indices in the model. */
  readonly routers: readonly number[];
  /**
   * Whether there is one virtual router in which all hear all and have the same intervals, as it nearly always
   * is. Units and contestants have the same indices then.
   */
  readonly isOpen: boolean;
}

/** Takes a model apart into contests that do not touch each other. */
export function contestsOf(model: FailoverModel): readonly Contest[] {
  return tiedRouters(model).map((routers) => contestOf(model, routers));
}

function contestOf(model: FailoverModel, routers: readonly number[]): Contest {
  const units = new Map<string, { readonly index: number; readonly members: Contestant[] }>();
  const contestants: Contestant[] = [];
  for (const router of routers) {
    const { members = [], family } = model.routers[router] ?? {};
    const heard = members.map(() => new Set<Contestant>());
    const added = members.map((member, place): Contestant => {
      const key = unitKeyOf(router, member);
      const unit = units.get(key) ?? { index: units.size, members: [] };
      units.set(key, unit);
      const contestant: Contestant = {
        index: contestants.length + place,
        router,
        node: member.node,
        member,
        startupDelay: model.nodes[member.node]?.startupDelay ?? 0,
        isDelayStretched: model.nodes[member.node]?.isDelayStretched ?? false,
        unit: unit.index,
        rhythm: `${unit.index} ${family} ${member.interface} ${member.advertInterval}`,
        hears: heard[place] ?? new Set(),
      };
      unit.members.push(contestant);
      return contestant;
    });
    members.forEach((member, place) => {
      for (const other of member.hears) {
        const contestant = added[other];
        if (contestant) heard[place]?.add(contestant);
      }
    });
    contestants.push(...added);
  }
  const isOpen =
    routers.length === 1 &&
    contestants.every(({ hears }) => hears.size === contestants.length - 1) &&
    new Set(contestants.map(intervalsOf)).size < 2;
  return { contestants, units: [...units.values()], routers, isOpen };
}

function intervalsOf({ member }: Contestant): string {
  return `${member.version} ${member.advertInterval} ${member.downTimerAdverts}`;
}

/** Members of one sync group of one node have the same key. */
function unitKeyOf(router: number, { node, syncGroup }: ModelMember): string {
  return syncGroup === undefined ? `${node} router ${router}` : `${node} group ${syncGroup}`;
}

/** The indices of the virtual routers, those together that a sync group ties together. */
function tiedRouters({ routers }: FailoverModel): readonly (readonly number[])[] {
  const groups = routers.map((_, index) => ({ members: [index] }));
  const first = new Map<string, number>();
  routers.forEach(({ members }, index) => {
    for (const member of members) {
      const key = unitKeyOf(index, member);
      const other = first.get(key);
      first.set(key, other ?? index);
      const into = other === undefined ? undefined : groups[other];
      const from = groups[index];
      if (!into || !from || into === from) continue;
      into.members.push(...from.members);
      for (const each of from.members) groups[each] = into;
    }
  });
  return [...new Set(groups)].map(({ members }) => members.sort((a, b) => a - b));
}
