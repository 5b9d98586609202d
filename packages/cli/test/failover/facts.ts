import { follow, type Event, type FailoverModel } from '@kalint/linter';
import type { Facts } from '../../src/failover/facts.ts';
import { reportOf } from './models.ts';

/** What the formats are given for a cluster that tests have made. */
export function factsOf(model: FailoverModel, events: readonly Event[] = []): Facts {
  return {
    release: '2.4.3',
    report: reportOf(model),
    steps: events.length === 0 ? undefined : follow(model, events),
    ...{ findings: [], otherErrors: 0, expectations: [], availability: undefined },
  };
}
