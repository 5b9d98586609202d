import type { VrrpScript } from '@kalint/parser';
import { locationOf } from '../../diagnostic.ts';
import { nameOf } from '../../cluster/names.ts';
import { defineRule, type Finding, type RuleContext } from '../../rule.ts';

/** Longer than this nobody wants to wait for a failure to be noticed, in seconds. */
const patience = 30;

/** vrrp_script_thread() in keepalived/vrrp/vrrp_scheduler.c skips a run while the last one goes on. */
export const scriptTiming = defineRule({
  id: 'script-timing',
  scope: 'config',
  severity: 'info',
  profile: 'strict',
  summary: 'A check may run longer than its interval, or takes very long to notice a failure',
  check({ config }, { report, quote }) {
    for (const script of config.vrrp_script ?? []) {
      const finding = longRun(script, quote) ?? lateFailure(script, quote);
      if (finding) report(finding);
    }
  },
});

function longRun(script: VrrpScript, quote: RuleContext['quote']): Finding | undefined {
  const { timeout, interval } = script;
  const every = interval?.value ?? 1;
  if (!timeout || timeout.value <= every) return undefined;
  return {
    at: locationOf(timeout),
    message: `a run of ${quote(nameOf(script))} may take ${timeout.value} s, and every ${every} s one begins`,
    notes: [
      'keepalived skips a run while the last one goes on ("already running, expect idle - skipping run"): the interval is not kept',
    ],
    help: 'write a timeout of at most the interval',
  };
}

function lateFailure(script: VrrpScript, quote: RuleContext['quote']): Finding | undefined {
  const every = script.interval?.value ?? 1;
  const runs = script.fall?.value ?? 1;
  const seconds = Math.round(every * runs * 1000) / 1000;
  const at = script.fall ?? script.interval;
  if (seconds <= patience || !at) return undefined;
  return {
    at: locationOf(at),
    message: `${quote(nameOf(script))} takes up to ${seconds} s to notice a failure`,
    notes: [
      `keepalived runs it every ${every} s and believes it after ${runs} failed ${runs === 1 ? 'run' : 'runs'}`,
    ],
    help: 'write a shorter interval or a smaller fall',
  };
}
