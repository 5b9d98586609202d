import { expect, test } from 'vitest';
import { readCheckArguments } from '../src/check/arguments.ts';
import type { Invocation } from '../src/check/invocation.ts';

function invocationOf(...words: string[]): Invocation {
  const request = readCheckArguments(words);
  if (request.kind !== 'check') throw new Error(JSON.stringify(request));
  return request.invocation;
}

test('- is the file that comes from standard input, under its name', () => {
  expect(invocationOf('-', 'b.conf')).toMatchObject({
    ...{ files: ['<stdin>', 'b.conf'], standardInput: '<stdin>' },
  });
  expect(invocationOf('b.conf', '--stdin-filename=lb1/a.conf', '--', '-')).toMatchObject({
    ...{ files: ['b.conf', 'lb1/a.conf'], standardInput: 'lb1/a.conf' },
  });
  expect(invocationOf('./-')).toMatchObject({ files: ['./-'], standardInput: undefined });
});

test('policies and baselines are undefined until somebody says something', () => {
  const { failOn, maxWarnings, baseline, updatesBaseline } = invocationOf('a.conf');
  expect([failOn, maxWarnings, baseline, updatesBaseline]).toEqual([
    ...[undefined, undefined, undefined, false],
  ]);
  expect(invocationOf('--fail-on=never', '--max-warnings=0', '--no-baseline')).toMatchObject({
    ...{ failOn: 'never', maxWarnings: 0, baseline: false },
  });
  expect(invocationOf('--no-baseline', '--baseline', 'b.json')).toMatchObject({
    baseline: 'b.json',
  });
});

test.each([
  [['--max-warnings', '-1', 'a.conf'], 'Give a whole number, such as 0.'],
  [['--max-warnings', '1.5', 'a.conf'], 'Give a whole number, such as 0.'],
  [['--max-warnings', '99999999999', 'a.conf'], 'Give a whole number, such as 0.'],
  [['--fail-on', 'fatal', 'a.conf'], 'Allowed choices are error, warning, info, never.'],
  [['--stdin-filename', 'a.conf', 'a.conf'], '--stdin-filename goes with -'],
  [['-', '--stdin-filename', ''], '--stdin-filename needs a name'],
  [['--unsafe', 'a.conf'], '--unsafe goes with --fix or --diff'],
  [['--no-baseline', '--update-baseline', 'a.conf'], 'does not go with --no-baseline'],
  [['--diff', '--update-baseline', 'a.conf'], 'cannot be used with option'],
  [['--watch', '-'], '--watch does not go with -: standard input is read only once'],
  [['--output', '', 'a.conf'], 'Give the name of a file.'],
  [['--baseline', '', 'a.conf'], 'Give the name of a file.'],
  [['--config', '', 'a.conf'], 'Give the name of a file.'],
  [
    ['--output', 'missing/report', 'a.conf'],
    'cannot write missing/report: there is no such folder',
  ],
  [['--print-config', '--fix', 'a.conf'], '--print-config checks nothing'],
  [['--print-config', '--update-baseline', 'a.conf'], '--print-config checks nothing'],
  [['--print-config', '--explain-clusters', 'a.conf'], '--print-config checks nothing'],
  [['--watch', '--print-config'], '--watch does not go with --print-config'],
  [['--watch', '--fix', 'a.conf'], '--watch changes no files'],
  [['--watch', '--diff', 'a.conf'], '--watch changes no files'],
  [['--watch', '--update-baseline', 'a.conf'], '--watch changes no files'],
])('%j is a mistake', (words, message) => {
  const request = readCheckArguments(words);
  if (request.kind !== 'mistake') throw new Error(JSON.stringify(request));
  expect(request.lines.join('\n')).toContain(message);
  expect(request.lines.at(-1)).toBe('See kalint --help');
});
