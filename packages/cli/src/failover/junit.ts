import { findingSuites, junitDocument, type Case } from '../reporters/junit.ts';
import { counterexampleOf, type Facts } from './facts.ts';

/** For pipelines that show tests: each expectation is one, and so is what the rules about failover say of each file. */
export function failoverAsJunit({ report, expectations, findings }: Facts): string {
  const cases = expectations.map((expectation): Case => {
    const { text: name } = expectation;
    const message = counterexampleOf(expectation);
    if (message === undefined) return { name, result: { kind: 'passed', lines: [] } };
    return { name, result: { kind: 'failed', type: 'expectation', message, lines: [message] } };
  });
  const files = [...new Set(report.nodes.map(({ file }) => file))];
  return junitDocument([
    { name: 'expectations', cases: cases.length > 0 ? cases : [nothingExpected] },
    ...findingSuites({ files, diagnostics: findings, fails: (severity) => severity === 'error' }),
  ]);
}

/** Jenkins takes a report without tests for a mistake. */
const nothingExpected: Case = {
  name: 'nothing is expected',
  result: {
    kind: 'passed',
    lines: ['A cluster of kalint.config.json or .yaml can have expectations.'],
  },
};
