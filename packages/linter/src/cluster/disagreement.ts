import { locationOf } from '../diagnostic.ts';
import type { Location } from '@kalint/parser';
import type { Effective } from './effective.ts';
import type { Node } from './node.ts';
import type { Member } from './virtual-routers.ts';

/** Who differs from most, and from whom. */
interface Disagreement<M> {
  /** One of those that agree with most others. */
  readonly reference: M;
  /** All of those that do, the reference first. */
  readonly agreeing: readonly M[];
  /** Those whose value is another one. */
  readonly deviants: readonly M[];
}

/**
 * Compares members by a value. The value that most of them have is taken as the right one; when two
 * are equally frequent, that of the node which comes first (see clusterOf). Undefined when all agree.
 */
export function disagreementOf<M>(
  members: readonly M[],
  valueOf: (member: M) => string | number,
): Disagreement<M> | undefined {
  // Nearly always all agree.
  if (areAlike(members, valueOf)) return undefined;
  const groups = groupsOf(members, valueOf);
  const [agreeing = []] = [...groups].sort((a, b) => b.length - a.length);
  const [reference] = agreeing;
  if (reference === undefined) return undefined;
  return { reference, agreeing, deviants: members.filter((member) => !agreeing.includes(member)) };
}

function areAlike<M>(members: readonly M[], valueOf: (member: M) => string | number): boolean {
  const [first] = members;
  if (first === undefined || members.length === 1) return true;
  const value = valueOf(first);
  return members.every((member) => member === first || valueOf(member) === value);
}

/** One that differs from most, and one of those from which it differs. */
interface Difference<M> {
  readonly own: M;
  readonly reference: M;
  /** All of those that agree, the reference first. */
  readonly agreeing: readonly M[];
}

/** Each one whose value is not that of most. */
export function differencesOf<M>(
  members: readonly M[],
  valueOf: (member: M) => string | number,
): readonly Difference<M>[] {
  const found = disagreementOf(members, valueOf);
  if (!found) return [];
  const { reference, agreeing, deviants } = found;
  return deviants.map((own) => ({ own, reference, agreeing }));
}

/** The members with the same value together, in their order. */
export function groupsOf<M>(
  members: readonly M[],
  valueOf: (member: M) => string | number,
): readonly (readonly M[])[] {
  const groups = new Map<string | number, M[]>();
  for (const member of members) {
    const value = valueOf(member);
    const group = groups.get(value);
    if (group) group.push(member);
    else groups.set(value, [member]);
  }
  return [...groups.values()];
}

/** A node's setting and that from which it differs. */
export interface Deviation<T> {
  readonly member: Member;
  readonly own: Effective<T>;
  readonly reference: Member;
  readonly expected: Effective<T>;
  /** All whose setting is as expected. */
  readonly agreeing: readonly Member[];
  readonly at: Location;
  /** Concerns all instances of the node that have no setting of their own: none should be named. */
  readonly isGlobal: boolean;
}

/** Finds the members whose effective setting differs from that of most others of their group. */
export function deviationsOf<T>(
  groups: readonly (readonly Member[])[],
  effectiveOf: (member: Member) => Effective<T>,
  keyOf: (value: T) => string | number,
): readonly Deviation<T>[] {
  const deviations: Deviation<T>[] = [];
  const valueOf = (member: Member): string | number => keyOf(effectiveOf(member).value);
  for (const members of groups) {
    if (areAlike(members, valueOf)) continue;
    deviations.push(...deviationsAmong(members, effectiveOf, keyOf));
  }
  return deviations.length > 0 ? globalOnesOnce(deviations) : deviations;
}

function deviationsAmong<T>(
  members: readonly Member[],
  effectiveOf: (member: Member) => Effective<T>,
  keyOf: (value: T) => string | number,
): readonly Deviation<T>[] {
  const standing = members.map((member) => ({ member, effective: effectiveOf(member) }));
  const found = disagreementOf(standing, ({ effective }) => keyOf(effective.value));
  if (!found) return [];
  const { member: reference, effective: expected } = found.reference;
  const agreeing = found.agreeing.map(({ member }) => member);
  return found.deviants.map(({ member, effective: own }): Deviation<T> => {
    const isGlobal =
      own.from === 'global' || (own.from === 'default' && expected.from === 'global');
    const at = isGlobal && own.from === 'default' ? globalPlaceOf(member) : own.at;
    return { member, own, reference, expected, agreeing, at, isGlobal };
  });
}

/** Where a missing global setting belongs. */
function globalPlaceOf({ node, instance }: Member): Location {
  return locationOf(node.config.global_defs ?? instance);
}

/**
 * A global setting that differs from another node's is one mistake, however many instances it holds
 * for. Of these the one is kept that says most about the global setting.
 */
function globalOnesOnce<T>(deviations: readonly Deviation<T>[]): readonly Deviation<T>[] {
  const seen = new Map<Node, Set<string>>();
  const isNew = ({ node }: Member, other: Member, at: Location): boolean => {
    const known = seen.get(node) ?? new Set<string>();
    const key = `${at.span.start} ${other.node.name}`;
    const wasKnown = known.has(key);
    seen.set(node, known.add(key));
    return !wasKnown;
  };
  return [...deviations]
    .sort((a, b) => detourOf(a) - detourOf(b))
    .filter(({ member, own, reference, expected }) => {
      const isOwnNew = own.from !== 'global' || isNew(member, reference, own.at);
      const isExpectedNew = expected.from !== 'global' || isNew(reference, member, expected.at);
      return isOwnNew && isExpectedNew;
    });
}

/** 0 when both settings are global, more the less they are. */
function detourOf({ own, expected }: Deviation<unknown>): number {
  const detours = { global: 0, default: 1, instance: 2 } as const;
  return detours[own.from] + detours[expected.from];
}
