import { describe, expect, test } from 'vitest';
import { processorTimeOf } from '../../../../scripts/timing.ts';
import { expand, type Expansion } from '../../src/expand/expand.ts';
import { limits, totals } from '../../src/expand/limits.ts';
import { expandText } from './expanding.ts';

/** Of a processor, on a machine with other things to do; one second where it is alone. */
const mostMilliseconds = 3000;

function timed(run: () => Expansion): Expansion {
  let expansion: Expansion | undefined;
  const time = processorTimeOf(() => (expansion = run()));
  if (!expansion) throw new Error('nothing was expanded');
  expect(time).toBeLessThan(mostMilliseconds);
  expect(expansion.expanded.text.length).toBeLessThanOrEqual(totals.characters);
  return expansion;
}

const chain = (value: (index: number) => string): string =>
  Array.from({ length: 60 }, (_, index) => `$D${index + 1}=${value(index)}`).join('\n');

describe('a definition that contains itself', () => {
  test.each([
    ['directly', '$A=$A\nx $A'],
    ['and grows', '$A=${A}y\nx $A'],
    ['by another one', '$A=$B\n$B=$C\n$C=$A\nx $A'],
    ['in several lines', '$A=a \\\nb $A\nx $A'],
    ['by a sequence', '$A=~SEQ(i, 3) $A\n$A'],
    ['in parts', '$P=$\n${P}P'],
  ])('%s', (_, text) => {
    const { problems, complete } = timed(() => expandText(text));
    expect(problems.map(({ kind }) => kind)).toContain('self-reference');
    expect(complete).toBe(true);
  });
});

describe('a line that grows', () => {
  test('over the length that keepalived can hold is not replaced any further', () => {
    const text = `$A=${'a'.repeat(1000)}\nx \${A}\${A}\ny`;
    const { problems, expanded } = timed(() => expandText(text));
    expect(problems).toMatchObject([
      { kind: 'line-too-long', name: 'A', of: 'bytes', limit: limits.lineBytes },
    ]);
    expect(expanded.text.split('\n').slice(1)).toEqual([`x ${'a'.repeat(1000)}$A`, 'y']);
  });

  test('up to 1023 bytes is replaced', () => {
    const room = (text: string): readonly string[] =>
      expandText(`$A=${text}\nx $A`).problems.map(({ kind }) => kind);
    expect(room('a'.repeat(1018))).toEqual([]);
    expect(expandText(`$A=${'é'.repeat(505)}\nx $A $A`).problems).toMatchObject([
      { kind: 'line-too-long' },
    ]);
  });

  test('exponentially', () => {
    const text = `$D0=x\n${chain((index) => `\${D${index}}\${D${index}}`)}\ny \${D60}\n`;
    const { problems, complete } = timed(() => expandText(text));
    expect(problems).toMatchObject([{ kind: 'line-too-long', of: 'bytes' }]);
    expect(complete).toBe(true);
  });

  test('exponentially out of nothing', () => {
    const text = `$D0=\n${chain((index) => `\${D${index}}\${D${index}}`)}\ny \${D60}\n`;
    const { problems } = timed(() => expandText(text));
    expect(problems).toMatchObject([
      { kind: 'line-too-long', of: 'replacements', limit: limits.lineReplacements },
    ]);
  });

  test('by definitions nested too deeply', () => {
    const definitions = Array.from({ length: 5000 }, (_, index) => `$C${index + 1}=\${C${index}}`);
    const text = `$C0=x\n${definitions.join('\n')}\n${'y ${C5000}\n'.repeat(500)}`;
    expect(timed(() => expandText(text)).problems).toMatchObject([
      { kind: 'line-too-long', of: 'nested definitions', limit: limits.definitionDepth },
    ]);
  });

  test('that is written too long is left as it is', () => {
    const line = '${A} # '.repeat(100_000);
    const { problems, expanded } = timed(() => expandText(`a {\n${line}\n}`));
    expect(problems).toMatchObject([{ kind: 'written-line-too-long', limit: 1022 }]);
    expect(expanded.text).toBe('a {\n${A}\n}');
    expect(expandText(`x ${'y'.repeat(1020)}`).problems).toEqual([]);
    expect(expandText(`x ${'y'.repeat(1021)}`).problems).toHaveLength(1);
  });
});

describe('a sequence', () => {
  test('of too many values is not unrolled', () => {
    const { problems, expanded } = timed(() => expandText('~SEQ(i, 1, 1000000000) x$i\ny'));
    expect(problems).toMatchObject([
      { kind: 'sequence-too-long', count: 1_000_000_000, limit: limits.sequenceValues },
    ]);
    expect(expanded.text).toBe('\ny');
  });

  test.each([
    ['that explodes', '~SEQ(a, 60000) ~SEQ(b, 60000) ~SEQ(c, 60000) x${a}${b}${c}'],
    ['that explodes into nothing', '~SEQ(a, 60000) ~SEQ(b, 60000)'],
    ['that explodes into other ids', '~SEQ(a, 60000) ~SEQ(b, 60000) @there x'],
    ['that explodes into long lines', `~SEQ(a, 60000) ~SEQ(b, 60000) ${'y'.repeat(900)}`],
    ['that explodes into references', `$X=z\n~SEQ(a, 60000) ${'${X}'.repeat(200)}`],
    ['that explodes into braces', `~SEQ(a, 60000) ${'{ a } '.repeat(150)}`],
    ['that explodes into definitions', '~SEQ(a, 60000) ~SEQ(b, 60000) $X=${X}y'],
    ['of sequences', `${'~SEQ(a, 2) '.repeat(80)}x`],
  ])('%s', (_, text) => {
    const { problems, complete } = timed(() => expandText(`${text}\nz`));
    expect(problems.at(-1)).toMatchObject({ kind: 'expansion-too-large' });
    expect(problems.at(-1)).toHaveProperty('limit');
    expect(complete).toBe(false);
  });

  test('in a definition of several lines that explodes', () => {
    const text = `$D0=a \\\nb\n${chain((index) => `\\\n$D${index} \\\n$D${index}`)}\n$D60\n`;
    expect(timed(() => expandText(text)).complete).toBe(false);
  });
});

describe('files', () => {
  test('that include themselves under ever new names', () => {
    let count = 0;
    const expansion = timed(() =>
      expandText('include a', {
        readInclude: () => [{ path: `f${count++}`, text: 'include a\ninclude a\nx\n' }],
      }),
    );
    expect(expansion.problems[0]).toMatchObject({
      kind: 'include-loop',
      limit: limits.includeDepth,
    });
    expect(count).toBeLessThan(3 * totals['included files']);
  });

  test('that are large and plain', () => {
    const { problems } = timed(() => expandText('abc def ghi\n'.repeat(1_000_000)));
    expect(problems).toMatchObject([
      { kind: 'expansion-too-large', of: 'characters', limit: totals.characters },
    ]);
  });

  test('that are full of mistakes', () => {
    const text = `${'${Y} '.repeat(150)}\n`.repeat(1500);
    expect(timed(() => expandText(text)).problems.length).toBeLessThanOrEqual(10_000);
  });
});

test('5,000 lines without references take less than 20 ms', () => {
  const lines = Array.from({ length: 5000 }, (_, index) =>
    index % 10 === 0
      ? `vrrp_instance VI_${index} {`
      : index % 10 === 9
        ? '}'
        : `    a ${index} # b`,
  );
  const source = { path: 'main.conf', text: lines.join('\n') };
  const times = Array.from({ length: 20 }, () =>
    processorTimeOf(() => expand(source, { configId: undefined })),
  );
  expect(Math.min(...times)).toBeLessThan(20);
});
