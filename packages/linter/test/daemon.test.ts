import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { positionAt, type SourceFile } from '@kalint/parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lint, rules } from '../src/index.ts';
import { startKeepalived, whyNoKeepalived, type Keepalived } from './daemon/keepalived.ts';

/*
 * The fixtures before the real daemon, Debian's keepalived 2.2.7: what a good fixture holds, it accepts;
 * what kalint calls an error in a bad one, it complains about on the same line, and the other way round.
 */

const fixtures = join(import.meta.dirname, '../../../fixtures/rules');
const release = '2.2.7';

const whyNot = whyNoKeepalived();
if (whyNot) console.warn(`skipped: the real daemon cannot be asked: ${whyNot}`);

let keepalived: Keepalived | undefined;
beforeAll(() => {
  if (!whyNot) keepalived = startKeepalived(['eth0', 'eth1', 'eth2', 'ens160']);
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
  ...['unclosed-block', 'extra-brace', 'unexpected-block', 'missing-block', 'deep-nesting'],
  ...['unknown-keyword', 'misplaced-keyword', 'new-keyword', 'unterminated-quote'],
]);

/** Rules whose errors the daemon does not complain about under -t, and why. */
const silent: Readonly<Record<string, string>> = {
  'strict-mode-unreachable-address':
    'what the firewall drops is nothing that keepalived objects to',
  'extra-words': 'a notify script whose user does not exist is dropped with a line in the log only',
};

function filesOf(id: string): readonly SourceFile[] {
  return readdirSync(join(fixtures, id)).flatMap((name) => {
    const path = join(fixtures, id, name);
    const files = statSync(path).isDirectory()
      ? readdirSync(path).map((file) => join(path, file))
      : [path];
    return files.map((file) => ({ path: file, text: readFileSync(file, 'utf8') }));
  });
}

describe.skipIf(whyNot).each(rules.map(({ id }) => id))('%s', (id) => {
  const files = filesOf(id).map(
    (source) => [source.path.slice(fixtures.length + 1), source] as const,
  );
  test.each(files)('%s', (_, source) => {
    const verdict = keepalived?.check(source.text);
    const complaints = (verdict?.complaints ?? []).filter(
      ({ message }) => !aboutTheHost.test(message),
    );
    const { diagnostics } = lint([source], { release });
    const found = diagnostics.map((each) => ({
      ...each,
      line: positionAt(source, each.location.span.start).line,
    }));

    const upset = found.filter(({ rule }) => upsetsWhatFollows.has(rule)).map(({ line }) => line);
    const settled = Math.min(...upset);
    const unseen = complaints.filter(({ line }) =>
      line === undefined
        ? found.length === 0
        : line < settled && !found.some((each) => each.line === line),
    );
    expect(unseen).toEqual([]);

    const errors = found.filter(({ rule, severity }) => severity === 'error' && !(rule in silent));
    const isConfirmed = (line: number): boolean =>
      verdict?.crashed === true ||
      complaints.some((each) => (each.line ?? line) === line || line >= settled);
    expect(errors.filter(({ line }) => !isConfirmed(line)).map(({ message }) => message)).toEqual(
      [],
    );
  });
});
