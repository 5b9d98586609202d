import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtCommand } from '../built-command.ts';

/* What docs/failover.md shows is what happens, in its order. */

const { shell, write } = builtCommand();
const page = readFileSync(join(import.meta.dirname, '../../../../docs/failover.md'), 'utf8');
const fences = [...page.matchAll(/^```(\S+)(?: (\S+))?\n([^]*?)^```$/gm)];

test('docs/failover.md', () => {
  const shown = fences.filter(
    ([, language, , text = '']) => language === 'console' && text.startsWith('$ kalint '),
  );
  expect(shown.length).toBeGreaterThan(3);
  for (const [, language, name, text = ''] of fences) {
    if (name !== undefined) write(name, text);
    if (language !== 'console' || !text.startsWith('$ kalint ')) continue;
    const [command = '', ...output] = text.split('\n');
    const { stdout, stderr } = shell(command.replace('$ kalint', '"$NODE" "$KALINT"'));
    expect([command, stderr + stdout]).toEqual([command, output.join('\n')]);
  }
});
