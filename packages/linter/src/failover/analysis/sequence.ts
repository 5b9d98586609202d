import { contestsOf } from '../election/contest.ts';
import { formatFault, type Event, type Fault } from '../model/faults.ts';
import { goTo, startOf } from './history.ts';
import type { FailoverModel } from '../model/model.ts';
import type { Scenario } from '../model/outcome.ts';
import { scenarioFrom } from './scenario.ts';

/** What one event has brought, after those before it. */
export interface Step {
  readonly event: Event;
  /** One for each virtual router, in the order of the model. */
  readonly routers: readonly Scenario[];
}

/** Follows faults and repairs in their order; between two of them all settles. */
export function follow(model: FailoverModel, events: readonly Event[]): readonly Step[] {
  const scenarios = events.map(() => new Map<number, Scenario>());
  for (const contest of contestsOf(model)) {
    const start = startOf(model, contest);
    let from = start;
    events.forEach((event, place) => {
      const passage = goTo(model, contest, from, faultsAfter(from.faults, event));
      for (const router of contest.routers) {
        const scenario = scenarioFrom(model, contest, { start, from }, passage, router);
        scenarios[place]?.set(router, scenario);
      }
      from = passage.stage;
    });
  }
  return events.map((event, place) => ({
    event,
    routers: model.routers.flatMap((_, router) => scenarios[place]?.get(router) ?? []),
  }));
}

/** A file holds one number: what stands in it goes when another one comes. */
function faultsAfter(faults: readonly Fault[], { change, fault }: Event): readonly Fault[] {
  const others = faults.filter((each) => placeOf(each) !== placeOf(fault));
  return change === 'fail' ? [...others, fault] : others;
}

function placeOf(fault: Fault): string {
  return fault.kind === 'file' ? `${fault.node}:file:${fault.name}` : formatFault(fault);
}
