import { examineAll, type Examined } from '../analysis/analysis.ts';
import { contestsOf, type Contest } from '../election/contest.ts';
import { formatDuration } from './duration.ts';
import type { Expectation, ExpectationMistake, Term } from './expectation.ts';
import { formatFault, type Fault } from '../model/faults.ts';
import { reach, recover, startOf, type Passage, type Stage } from '../analysis/history.ts';
import type { Bounds, FailoverModel } from '../model/model.ts';
import { describeMissing, readFault } from '../model/read-fault.ts';
import { outcomeAt, verdictOn } from '../analysis/scenario.ts';

/** Whether something that is expected holds. */
export type ExpectationResult = { readonly text: string } & (
  | { readonly ok: true }
  | { readonly ok: false; readonly counterexample: Counterexample }
  /** It names something that the cluster does not have. */
  | { readonly ok: false; readonly mistake: ExpectationMistake }
);

/** How an expectation fails: of all the ways there are, one with the fewest faults. */
export interface Counterexample {
  /** In one sentence without a full stop. */
  readonly text: string;
  /** The id of the virtual router. */
  readonly router: string;
  /** Empty: while nothing is broken. */
  readonly faults: readonly Fault[];
  /** Whether they have gone again. */
  readonly isRepaired: boolean;
  /** Names of nodes that are master in any case. */
  readonly masters: readonly string[];
  /** Of those that may be master, which one depends on what the configuration does not say. */
  readonly candidates: readonly string[];
  /** Seconds until then; undefined when nothing moves, or when the time plays no part. */
  readonly takeover: Bounds | undefined;
}

/**
 * Asks the model whether expectations hold. What is expected without a virtual router is expected of each.
 *
 * `when` and `after` look at the faults in whatever order they come, and go. `never` looks at up to
 * `maxFaults` faults of hosts and checks, and at none; not at links, for a backup that does not hear
 * its master takes over: what then should hold is said with `when link:lb1-lb2 -> ...`.
 */
export function checkExpectations(
  model: FailoverModel,
  expectations: readonly Expectation[],
  maxFaults: number,
): readonly ExpectationResult[] {
  return expectations.map((expectation) => {
    const { text } = expectation;
    const checked = check(model, expectation, maxFaults);
    if (!checked) return { text, ok: true };
    return 'message' in checked
      ? { text, ok: false, mistake: checked }
      : { text, ok: false, counterexample: checked };
  });
}

function check(
  model: FailoverModel,
  expectation: Expectation,
  maxFaults: number,
): Counterexample | ExpectationMistake | undefined {
  const routers = routersFor(model, expectation.router);
  if ('message' in routers) return routers;
  if (expectation.kind === 'never') return checkNever(model, expectation, routers, maxFaults);
  const { holders } = expectation;
  const nodes = model.nodes.map(({ name }) => name);
  for (const { text, column } of holders) {
    if (!nodes.includes(text)) return { message: describeMissing('node', text, nodes), column };
  }
  const read = faultsFor(model, expectation.kind === 'healthy' ? [] : expectation.faults);
  if ('message' in read) return read;
  const names = new Set(holders.map(({ text }) => text));
  const within = expectation.kind === 'healthy' ? undefined : expectation.within;
  const isRepaired = expectation.kind === 'after';
  return firstOf(model, routers, (contest, router) => {
    const passage = passageTo(model, contest, read.faults, isRepaired);
    const seen = { router, faults: read.faults, isRepaired };
    if (!isHeld(model, contest, passage.stage, router, names))
      return counterexample(model, contest, passage.stage, seen);
    const takeover = passage.takeover(router);
    if (within === undefined || !takeover || takeover.max <= within) return undefined;
    return counterexample(model, contest, passage.stage, { ...seen, takeover });
  });
}

/** What the first virtual router, of some, gives. */
function firstOf<T>(
  model: FailoverModel,
  routers: readonly number[],
  look: (contest: Contest, router: number) => T | undefined,
): T | undefined {
  const contests = contestsOf(model);
  for (const router of routers) {
    const contest = contests.find((each) => each.routers.includes(router));
    const found = contest && look(contest, router);
    if (found !== undefined) return found;
  }
  return undefined;
}

function passageTo(
  model: FailoverModel,
  contest: Contest,
  faults: readonly Fault[],
  isRepaired: boolean,
): Passage {
  const start = startOf(model, contest);
  if (faults.length === 0) return { stage: start, takeover: () => undefined };
  const passage = reach(model, contest, start, faults);
  return isRepaired ? recover(model, contest, passage.stage) : passage;
}

/** Whether, however chance decides, one of these nodes is master and no other one. */
function isHeld(
  { nodes }: FailoverModel,
  contest: Contest,
  { states }: Stage,
  router: number,
  names: ReadonlySet<string>,
): boolean {
  const contestants = contest.contestants.filter((each) => each.router === router);
  return (
    states.length > 0 &&
    states.every((state) => {
      const masters = contestants.filter(({ unit }) => state.includes(unit));
      return (
        masters.length === 1 && masters.every(({ node }) => names.has(nodes[node]?.name ?? ''))
      );
    })
  );
}

interface Seen {
  readonly router: number;
  readonly faults: readonly Fault[];
  readonly isRepaired: boolean;
  /** Given when it is what is wrong. */
  readonly takeover?: Bounds;
}

function counterexample(
  model: FailoverModel,
  contest: Contest,
  stage: Stage,
  seen: Seen,
): Counterexample {
  const outcome = outcomeAt(model, contest, stage, seen.router);
  const { masters, candidates, isEndless = false } = outcome;
  return counterexampleOf(model, seen, { masters, candidates, isEndless });
}

interface Holding {
  readonly masters: readonly string[];
  readonly candidates: readonly string[];
  readonly isEndless: boolean;
}

function counterexampleOf(
  { routers }: FailoverModel,
  seen: Seen,
  holding: Holding,
): Counterexample {
  const { faults, isRepaired, takeover } = seen;
  const { masters, candidates } = holding;
  const router = routers[seen.router]?.id ?? '';
  const late = takeover ? `, but only after up to ${formatDuration(takeover.max)}` : '';
  const text = `${router}: ${circumstance(seen)} ${describeHolding(holding)}${late}`;
  return { text, router, faults, isRepaired, masters, candidates, takeover };
}

function circumstance({ faults, isRepaired }: Seen): string {
  const names = faults.map(formatFault).join(' and ');
  if (faults.length === 0) return 'while nothing is broken';
  return isRepaired ? `when ${names} has come and gone` : `with ${names}`;
}

function describeHolding({ masters, candidates, isEndless }: Holding): string {
  if (isEndless) return 'masters change for ever';
  if (candidates.length > 0) {
    const verb = masters.length > 1 ? 'are masters' : 'is master';
    const sure = masters.length > 0 ? `${masters.join(' and ')} ${verb}, and perhaps ` : '';
    return `${sure}${candidates.join(' or ')}${sure ? '' : ' is master, which is not decided'}`;
  }
  if (masters.length === 0) return 'nobody is master';
  return masters.length === 1
    ? `${masters.join()} is master`
    : `${masters.join(' and ')} are masters`;
}

type Never = Extract<Expectation, { readonly kind: 'never' }>;

function checkNever(
  model: FailoverModel,
  { verdict, faults: count }: Never,
  routers: readonly number[],
  maxFaults: number,
): Counterexample | undefined {
  const healthy = firstOf(model, routers, (contest, router) => {
    const start = startOf(model, contest);
    const outcome = outcomeAt(model, contest, start, router);
    if (!canBe(verdict, { ...outcome, verdict: verdictOn(outcome, outcome) })) return undefined;
    return counterexample(model, contest, start, { router, faults: [], isRepaired: false });
  });
  if (healthy) return healthy;
  let found: Examined | undefined;
  for (const examined of examineAll(model, count ?? maxFaults)) {
    if (found && examined.faults.length >= found.faults.length) continue;
    if (routers.includes(examined.router) && canBe(verdict, examined)) found = examined;
  }
  if (!found) return undefined;
  const { router, faults, masters, candidates } = found;
  const isEndless = found.verdict === 'undecided' && candidates.length === 0;
  return counterexampleOf(
    model,
    { router, faults, isRepaired: false },
    { masters, candidates, isEndless },
  );
}

/**
 * Whether an outcome is of a kind, or can be when chance decides so: a master, and perhaps another one, are
 * two; one that is perhaps master, and no other one, is perhaps none.
 */
function canBe(
  wanted: Never['verdict'],
  {
    verdict,
    masters,
    candidates,
  }: Pick<Holding, 'masters' | 'candidates'> & { readonly verdict: string },
): boolean {
  if (verdict === wanted) return true;
  if (wanted === 'split-brain') return masters.length + Math.min(1, candidates.length) > 1;
  return wanted === 'no-master' && masters.length === 0 && candidates.length === 1;
}

function routersFor(
  { routers }: FailoverModel,
  wanted: Term | undefined,
): readonly number[] | ExpectationMistake {
  if (!wanted) return [...routers.keys()];
  const ids = routers.map(({ id }) => id);
  const index = ids.indexOf(wanted.text);
  if (index >= 0) return [index];
  const message = describeMissing('virtual router', wanted.text, ids);
  return { message, column: wanted.column };
}

function faultsFor(
  model: FailoverModel,
  terms: readonly Term[],
): { readonly faults: readonly Fault[] } | ExpectationMistake {
  const faults: Fault[] = [];
  for (const { text, column } of terms) {
    const fault = readFault(text, model);
    if ('message' in fault) return { ...fault, column };
    faults.push(fault);
  }
  return { faults };
}
