import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { positionAt, type SourceFile } from '@kalint/parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answersTo } from '../../../scripts/oracle/answers.ts';
import { lint, rules } from '../src/index.ts';
import { silentTraps } from '../../../scripts/oracle/silent-traps.ts';
import { complaintsIn } from '../../../scripts/keepalived/complaints.ts';
import { canAskKeepalived } from '../../../scripts/keepalived/installed.ts';
import { startKeepalived, type Keepalived } from '../../../scripts/keepalived/keepalived.ts';

/*
 * The fixtures before the real daemon, Debian's keepalived 2.2.7: what a good fixture holds, it accepts;
 * what kalint calls an error in a bad one, it complains about on the same line, and the other way round. Of
 * silent traps it says nothing.
 */

const fixtures = join(import.meta.dirname, '../../../fixtures/rules');
const release = '2.2.7';

const canAsk = canAskKeepalived();

let keepalived: Keepalived | undefined;
beforeAll(() => {
  if (canAsk) keepalived = startKeepalived(['eth0', 'eth1', 'eth2', 'ens160']);
});
afterAll(() => keepalived?.close());

/** What depends on the host and not on the text: whether scripts exist, who may run them, the build. */
const aboutTheHost =
  /script(?! \S+ not found, ignoring)|SECURITY VIOLATION|Unsafe permissions|resolve|user|WARNING - default|iptables not supported/i;

/**
 * A block that begins or ends in the wrong place makes keepalived complain about much of what follows.
 * kalint says it once: complaints behind such a finding are its consequences.
 */
const upsetsWhatFollows = new Set([
  ...['unclosed-block', 'unopened-block', 'extra-brace', 'unexpected-block', 'missing-block'],
  ...['deep-nesting', 'limit-exceeded'],
  ...['unknown-keyword', 'misplaced-keyword', 'new-keyword', 'unterminated-quote'],
  // A reference that stays leaves its braces, or its name wherever it is used.
  ...['undefined-definition', 'blank-in-reference', 'multiline-reference', 'reference-parameters'],
  ...['blank-before-equals', 'self-reference', 'text-behind-parameters', 'unknown-input'],
  // What should belong to a line is read behind it.
  ...['interrupted-definition', 'skipped-definition', 'backslash-in-comment', 'line-too-long'],
  'new-directive',
]);

function filesOf(id: string): readonly SourceFile[] {
  return readdirSync(join(fixtures, id)).flatMap((name) => {
    const path = join(fixtures, id, name);
    const files = statSync(path).isDirectory()
      ? readdirSync(path).map((file) => join(path, file))
      : [path];
    return files.map((file) => ({ path: file, text: readFileSync(file, 'utf8') }));
  });
}

describe.skipIf(!canAsk).each(rules.map(({ id }) => id))('%s', (id) => {
  const files = filesOf(id).map(
    (source) => [source.path.slice(fixtures.length + 1), source] as const,
  );
  test.each(files)('%s', (_, source) => {
    if (!keepalived) return;
    const { crashed, lines } = keepalived.check(source.text);
    const complaints = complaintsIn(lines, keepalived.file).filter(
      ({ message }) => !aboutTheHost.test(message),
    );
    const { diagnostics } = lint([source], { release });
    const found = diagnostics.map((each) => ({
      ...each,
      line: positionAt(source, each.location.span.start).line,
    }));

    const upset = found.filter(({ rule }) => upsetsWhatFollows.has(rule)).map(({ line }) => line);
    const settled = Math.min(...upset);
    const unseen = complaints.filter(({ line, message }) =>
      line === undefined
        ? found.length === 0
        : line < settled &&
          !found.some((each) => each.line === line || answersTo(message).includes(each.rule)),
    );
    expect(unseen).toEqual([]);

    const errors = found.filter(({ severity }) => severity === 'error');
    const isConfirmed = ({ rule, line }: { rule: string; line: number }): boolean =>
      crashed ||
      silentTraps.has(rule) ||
      complaints.some(
        (each) =>
          (each.line ?? line) === line || line >= settled || answersTo(each.message).includes(rule),
      );
    expect(errors.filter((error) => !isConfirmed(error)).map(({ message }) => message)).toEqual([]);
  });
});
