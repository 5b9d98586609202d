import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtCommand } from '../built-command.ts';

/* What docs/ast.md shows is what happens. */

const { kalint, write } = builtCommand();
const page = readFileSync(join(import.meta.dirname, '../../../../docs/ast.md'), 'utf8');

function blocksOf(language: string): readonly string[] {
  return Array.from(
    page.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm')),
    ([, block = '']) => block,
  );
}

const sessions = blocksOf('console').map((session) => {
  const [command = '', ...lines] = session.split('\n');
  return [command.replace('$ kalint ', ''), lines.join('\n')] as const;
});

describe('docs/ast.md', () => {
  test('has three sessions', () => {
    expect(sessions).toHaveLength(3);
  });

  test.each(sessions)('kalint %s', (command, output) => {
    write('keepalived.conf', blocksOf('conf')[0] ?? '');
    write('tree.json', blocksOf('json')[0] ?? '');
    expect(kalint(command.split(' '))).toMatchObject({ status: 0, stdout: output, stderr: '' });
  });
});
