import { redactedText, rememberSecrets, secretSpans } from '@kalint/linter';
import { parse, type SourceFile, type Span } from '@kalint/parser';
import { paletteFor } from '../terminal/colour.ts';
import { forLog } from '../terminal/log-commands.ts';
import { print, say } from '../terminal/output.ts';

/** Prints what would change in a file, without what is secret. */
export async function showDifference(
  before: SourceFile,
  after: SourceFile,
  color: boolean | undefined,
): Promise<void> {
  const { unifiedDiff } = await import('../changes/changes.ts');
  const { path } = before;
  const [old, now] = [hiddenText(before), hiddenText(after)];
  if (old === now) say(`${path}: only line ends would change`);
  else {
    const difference = unifiedDiff({ path, before: old, after: now }, await paletteFor(color));
    await print(forLog(difference));
  }
}

/**
 * The text without passwords, and without the values of definitions: what uses them may stand in another file, and
 * nothing changes in them.
 */
function hiddenText(source: SourceFile): string {
  const values = parse(source).tokens.flatMap(({ kind, span }): readonly Span[] =>
    kind === 'definition' ? [{ ...span, start: source.text.indexOf('=', span.start) + 1 }] : [],
  );
  rememberSecrets(source, united([...secretSpans(source), ...values]));
  return redactedText(source);
}

/** The same in order, none within another one. */
function united(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && span.start <= last.end)
      result[result.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    else result.push(span);
  }
  return result;
}
