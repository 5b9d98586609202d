import {
  formatFault,
  type Availability,
  type Bounds,
  type ExpectationResult,
  type FailureRate,
  type Outcome,
  type Scenario,
  type Standing,
  type Step,
} from '@kalint/linter';
import { jsonDiagnostic, type JsonDiagnostic } from '../reporters/json.ts';
import { printableJson } from '../terminal/printable-json.ts';
import { version } from '../version.ts';
import { counterexampleOf, type Facts } from './facts.ts';

/*
 * The JSON contract: schema/failover.schema.json says what programs may rely on. What is here can be added
 * to; nothing is ever renamed, removed, or given another meaning under `version: 1`.
 */

interface JsonOutcome {
  readonly masters: readonly string[];
  readonly candidates: readonly string[];
  readonly priorities: Readonly<Record<string, Standing>>;
}

interface JsonBounds {
  readonly minSeconds: number;
  /** Null when there is no bound. */
  readonly maxSeconds: number | null;
}

interface JsonScenario extends JsonOutcome {
  /** Of a step only. */
  readonly event?: { readonly change: 'fail' | 'repair'; readonly fault: string };
  readonly faults: readonly string[];
  readonly verdict: Scenario['verdict'];
  readonly misplaced: boolean;
  readonly takeover: JsonBounds | null;
  readonly afterRepair: JsonOutcome & {
    readonly verdict: Scenario['afterRepair']['verdict'];
    readonly takeover: JsonBounds | null;
  };
  readonly alike: number;
}

interface JsonGroup {
  readonly id: string;
  readonly vrid: number | null;
  readonly family: 4 | 6;
  readonly interface: string | null;
  readonly members: readonly {
    readonly node: string;
    readonly instance: string;
    readonly priority: number;
    readonly preempt: boolean;
  }[];
  readonly initial: JsonOutcome;
  readonly scenarios: readonly JsonScenario[];
  readonly examined: number;
  /** Absent without --mtbf. */
  readonly availability?: JsonAvailability;
}

interface JsonAvailability {
  readonly mtbfSeconds: number;
  /** Null when nothing is known of it. */
  readonly mttrSeconds: number | null;
  /** Shares of the time, 0 to 1. */
  readonly min: number;
  readonly max: number;
  readonly downtimePerYear: JsonBounds;
  /** Faults whose outage has no end that is known. */
  readonly unbounded: readonly string[];
}

interface JsonFailover {
  readonly version: 1;
  readonly tool: { readonly name: string; readonly version: string };
  readonly keepalived: string;
  readonly maxFaults: number;
  readonly nodes: readonly {
    readonly name: string;
    readonly file: string;
    readonly configId: string | null;
  }[];
  readonly groups: readonly JsonGroup[];
  readonly unknown: readonly {
    readonly node: string;
    readonly instance: string;
    readonly reason: string;
  }[];
  readonly findings: readonly JsonDiagnostic[];
  readonly expectations: readonly {
    readonly text: string;
    readonly ok: boolean;
    readonly counterexample: string | null;
  }[];
}

export function failoverAsJson(facts: Facts): string {
  const { release, report, findings, expectations } = facts;
  const json: JsonFailover = {
    version: 1,
    tool: { name: 'kalint', version },
    keepalived: release,
    maxFaults: report.maxFaults,
    nodes: report.nodes.map(({ name, file, configId }) => ({
      name,
      file,
      configId: configId ?? null,
    })),
    groups: groupsOf(facts),
    unknown: report.unknown,
    findings: findings.map(jsonDiagnostic),
    expectations: expectations.map(jsonExpectation),
  };
  return printableJson(json);
}

function groupsOf({ report, steps, availability }: Facts): readonly JsonGroup[] {
  return report.routers.map((router, index) => {
    const known = availability?.routers[index];
    return {
      id: router.id,
      vrid: router.virtualRouterId ?? null,
      family: router.family,
      interface: router.interface ?? null,
      members: router.members.map(({ node, instance, priority, preempt }) => ({
        ...{ node, instance, priority, preempt },
      })),
      initial: jsonOutcome(router.initial),
      scenarios: steps ? jsonSteps(steps, index) : router.scenarios.map(jsonScenario),
      examined: router.examined,
      ...(availability && known && { availability: jsonAvailability(known, availability.rate) }),
    };
  });
}

function jsonSteps(steps: readonly Step[], index: number): readonly JsonScenario[] {
  return steps.flatMap(({ event, routers }) => {
    const scenario = routers[index];
    if (!scenario) return [];
    const { change, fault } = event;
    return [{ event: { change, fault: formatFault(fault) }, ...jsonScenario(scenario) }];
  });
}

function jsonScenario(scenario: Scenario): JsonScenario {
  const { faults, verdict, isMisplaced, takeover, afterRepair, alike } = scenario;
  return {
    faults: faults.map(formatFault),
    ...jsonOutcome(scenario),
    verdict,
    misplaced: isMisplaced,
    takeover: jsonBounds(takeover),
    afterRepair: {
      ...jsonOutcome(afterRepair),
      verdict: afterRepair.verdict,
      takeover: jsonBounds(afterRepair.takeover),
    },
    alike,
  };
}

function jsonOutcome({ masters, candidates, priorities }: Outcome): JsonOutcome {
  return { masters, candidates, priorities: Object.fromEntries(priorities) };
}

function jsonBounds(bounds: Bounds | undefined): JsonBounds | null {
  if (!bounds) return null;
  return { minSeconds: seconds(bounds.min), maxSeconds: finite(seconds(bounds.max)) };
}

/** To the microsecond, in which keepalived counts; without the noise of adding up. */
function seconds(value: number): number {
  return Number.isFinite(value) ? Math.round(value * 1e6) / 1e6 : value;
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function jsonAvailability(
  { availability, downtimePerYear, unbounded }: Availability,
  { mtbf, mttr }: FailureRate,
): JsonAvailability {
  return {
    ...{ mtbfSeconds: mtbf, mttrSeconds: mttr ?? null, ...availability },
    downtimePerYear: {
      minSeconds: seconds(downtimePerYear.min),
      maxSeconds: finite(seconds(downtimePerYear.max)),
    },
    unbounded: unbounded.map(formatFault),
  };
}

function jsonExpectation(result: ExpectationResult): JsonFailover['expectations'][number] {
  const { text, ok } = result;
  return { text, ok, counterexample: counterexampleOf(result) ?? null };
}
