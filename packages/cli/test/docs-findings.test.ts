import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtCommand } from './built-command.ts';

/* What docs/findings.md shows is what happens, in its order. */

const { kalint, write } = builtCommand();
const page = readFileSync(join(import.meta.dirname, '../../../docs/findings.md'), 'utf8');
const fences = [...page.matchAll(/^```(\S+)(?: (\S+))?\n([^]*?)^```$/gm)];

test('docs/findings.md', () => {
  const shown = fences.filter(([, language]) => language === 'console');
  expect(shown.length).toBeGreaterThan(2);
  for (const [, language, name, text = ''] of fences) {
    if (language === 'conf' && name !== undefined) write(name, text);
    if (language !== 'console') continue;
    const [command = '', ...output] = text.split('\n');
    const { stdout, stderr } = kalint(command.replace('$ kalint ', '').split(' '));
    expect([command, stderr + stdout]).toEqual([command, output.join('\n')]);
  }
});
