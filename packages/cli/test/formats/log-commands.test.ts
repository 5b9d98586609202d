import { describe, expect, test } from 'vitest';
import { forLog } from '../../src/terminal/log-commands.ts';
import { commandsIn } from './workflow-commands.ts';

/* A configuration's comments are part of the report for people, which stands in the log of a pipeline. */

const orders = [
  ' 4 | # ##[error]pwned',
  'a ##vso[task.setvariable]x',
  '##teamcity[message]',
  '  ::error::x',
];
const log = orders.join('\n');

const pipelines = [
  { GITHUB_ACTIONS: 'true' },
  { TF_BUILD: 'True' },
  { TEAMCITY_VERSION: '2026.1' },
];

describe.each(pipelines)('%j', (environment) => {
  test('obeys nothing', () => {
    const text = forLog(log, 'text', environment);
    expect(text).not.toMatch(/##\w*\[/);
    expect(commandsIn(text)).toEqual([]);
    expect(text.replaceAll(' ', '')).toBe(log.replaceAll(' ', ''));
  });

  test('JSON and XML say the same', () => {
    const json = forLog(JSON.stringify({ log }), 'json', environment);
    expect(json).not.toMatch(/##\w*\[/);
    expect(JSON.parse(json)).toEqual({ log });
    const xml = forLog(log, 'xml', environment);
    expect(xml).not.toMatch(/##\w*\[/);
    expect(xml.replaceAll('&#35;', '#')).toBe(log);
  });
});

test.each([{}, { CI: 'true' }, { GITHUB_ACTIONS: '' }])(
  'elsewhere nothing changes: %j',
  (environment) => {
    for (const notation of ['text', 'json', 'xml'] as const)
      expect(forLog(log, notation, environment)).toBe(log);
  },
);
