import type { RouterReport, Scenario, Step } from '@kalint/linter';
import { counterexampleOf, type Facts } from '../facts.ts';
import { availabilityLines } from './availability.ts';
import { counted } from '../../counted.ts';
import { enumerated, joined, phrase, type Phrase } from './phrase.ts';
import { rowsOf, stepRows } from './rows.ts';
import { timelinesOf } from './timeline.ts';
import type { RouterView, Row, TableView, View } from './view.ts';
import { healthyPhrase, healthyTone, holdsAlone } from './words.ts';

/** Puts together what a report shows. */
export function viewOf(facts: Facts): View {
  const { report, steps, expectations, findings } = facts;
  const routers = report.routers.map((router, index) => routerView(router, index, facts));
  return {
    release: facts.release,
    nodes: report.nodes.map(({ name }) => name),
    summary: [
      ...failedExpectations(expectations),
      ...(steps ? stepSummary(steps, routers) : summaryOf(routers)),
      ...reservations(facts),
    ],
    routers,
    expectations: expectations.map((result) => ({
      text: result.text,
      ok: result.ok,
      counterexample: counterexampleOf(result),
    })),
    findings,
    unknown: report.unknown.map(
      ({ node, instance, reason }) => phrase`${instance} on ${node}: ${reason}`,
    ),
  };
}

/** What makes the report worth less than it looks. */
function reservations({ report: { unknown }, otherErrors }: Facts): Phrase {
  return [
    ...(unknown.length === 0
      ? []
      : [` ${counted(unknown.length, 'instance')} could not be taken into account.`]),
    ...(otherErrors === 0
      ? []
      : [
          ` The files have ${counted(otherErrors, 'error')} of ${otherErrors === 1 ? 'another kind' : 'other kinds'}, with which keepalived may read them in another way: run kalint without "failover" to see them.`,
        ]),
  ];
}

function routerView(
  router: RouterReport,
  index: number,
  { report, steps, availability }: Facts,
): RouterView {
  const single = router.scenarios.filter(({ faults }) => faults.length < 2);
  return {
    id: router.id,
    details: detailsOf(router),
    members: router.members.map((member) => ({
      ...member,
      standing: router.initial.priorities.get(member.node),
    })),
    healthy: healthyPhrase(router),
    healthyTone: healthyTone(router.initial),
    tables: steps
      ? [stepTable(steps, index, router)]
      : [singleTable(single, router), combinedTable(router, report.maxFaults)].flatMap(
          (table) => table ?? [],
        ),
    timelines: steps ? [] : timelinesOf(single),
    availability: availabilityOf(index, availability),
  };
}

function availabilityOf(index: number, facts: Facts['availability']): readonly Phrase[] {
  const known = facts?.routers[index];
  return facts && known ? availabilityLines(known, facts.rate) : [];
}

function detailsOf({
  virtualRouterId,
  family,
  interface: link,
  members,
}: RouterReport): readonly Phrase[] {
  const patient = members.filter(({ preempt }) => !preempt).map(({ node }) => node);
  return [
    ...(virtualRouterId === undefined ? [] : [phrase`VRID ${virtualRouterId}`]),
    phrase`IPv${family}`,
    ...(link === undefined ? [] : [phrase`on ${link}`]),
    ...(patient.length === 0 ? [] : [phrase`nopreempt on ${enumerated(patient, 'and')}`]),
  ];
}

function stepTable(steps: readonly Step[], index: number, router: RouterReport): TableView {
  const rows = stepRows(steps, index, router);
  return { title: 'Step by step', subject: 'step', note: ['Between two steps all settles.'], rows };
}

function singleTable(single: readonly Scenario[], router: RouterReport): TableView | undefined {
  const rows = rowsOf(single, router);
  if (rows.length === 0) return undefined;
  const note: Phrase = holdsAlone(router.initial)
    ? sentence([attention(rows, 'fault')])
    : ['What each fault makes of that.'];
  return { title: 'Each single fault', subject: 'fault', note, rows };
}

/** `2 of 9 single faults need attention; 1 more makes a split brain, which VRRP cannot prevent` */
function attention(rows: readonly Row[], noun: string): string {
  const all = counted(countOf(rows), noun);
  const count = countOf(rows.filter(({ needsAttention }) => needsAttention));
  const unavoidable = rows.filter(({ tone }) => tone === 'unavoidable');
  const withVerdict = (verdict: Row['verdict']): number =>
    countOf(unavoidable.filter((row) => row.verdict === verdict));
  const more = count === 0 ? '' : ' more';
  const [split, none] = [withVerdict('split-brain'), withVerdict('no-master')];
  const others = [
    ...(split === 0 ? [] : [`${split}${more} ${split === 1 ? 'makes' : 'make'} a split brain`]),
    ...(none === 0 ? [] : [`${none}${more} ${none === 1 ? 'leaves' : 'leave'} no master`]),
  ];
  const asking =
    count === 0
      ? `none of ${all} needs attention`
      : `${count} of ${all} ${needsFor(count)} attention`;
  if (others.length === 0) return asking;
  return `${asking}; ${others.join(' and ')}, which VRRP cannot prevent`;
}

function needsFor(count: number): string {
  return count === 1 ? 'needs' : 'need';
}

function combinedTable(router: RouterReport, maxFaults: number): TableView | undefined {
  if (maxFaults < 2) return undefined;
  const rows = rowsOf(
    router.scenarios.filter(({ faults }) => faults.length > 1),
    router,
  );
  const examined = `${counted(router.examined, 'distinct effect')} of up to ${maxFaults} faults were examined`;
  return {
    title: maxFaults === 2 ? 'Two faults at once' : 'Several faults at once',
    subject: 'fault',
    note: [
      rows.length === 0
        ? `${examined}; no combination brings what none of its faults brings alone.`
        : `${examined}; these bring what none of their faults brings alone.`,
    ],
    rows,
  };
}

/** How many fault sets rows stand for. */
function countOf(rows: readonly Row[]): number {
  return rows.reduce((sum, { more }) => sum + 1 + more, 0);
}

function failedExpectations(expectations: Facts['expectations']): Phrase {
  const failed = expectations.filter(({ ok }) => !ok).length;
  if (failed === 0) return [];
  const verb = failed === 1 ? 'does' : 'do';
  return [`${failed} of ${counted(expectations.length, 'expectation')} ${verb} not hold. `];
}

function summaryOf(routers: readonly RouterView[]): Phrase {
  if (routers.length === 0) return ['There is no virtual router.'];
  const broken = routers.filter(({ healthyTone: tone }) => tone !== 'good');
  const names = broken.map(({ id }) => phrase`${id}`);
  const rowsOfTable = (place: number): readonly Row[] =>
    routers.flatMap(({ tables }) => tables[place]?.rows ?? []);
  const combined = countOf(rowsOfTable(1).filter(({ needsAttention }) => needsAttention));
  const parts: readonly Phrase[] = [
    ...(broken.length === 0
      ? []
      : [
          phrase`${joined(names, ', ', ' and ')} ${[broken.length === 1 ? 'is' : 'are']} not sound even while all works`,
        ]),
    [attention(rowsOfTable(0), 'single fault')],
    ...(combined === 0
      ? []
      : [[`${counted(combined, 'combination')} of faults ${needsFor(combined)} attention`]]),
  ];
  return sentence(joined(parts, '; '));
}

function sentence(text: Phrase): Phrase {
  const [first, ...rest] = text;
  const capital =
    typeof first === 'string' ? [first.charAt(0).toUpperCase() + first.slice(1)] : [first ?? ''];
  return [...capital, ...rest, '.'];
}

function stepSummary(steps: readonly Step[], routers: readonly RouterView[]): Phrase {
  const ends = routers.flatMap(({ id, tables }) => {
    const last = tables[0]?.rows.at(-1);
    return last ? [phrase`${id} ${last.outcome}`] : [];
  });
  return phrase`After ${[counted(steps.length, 'step')]}: ${joined(ends, '; ')}.`;
}
