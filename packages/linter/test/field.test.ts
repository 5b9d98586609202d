import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lineText, positionAt, type Release, type SourceFile } from '@kalint/parser';
import { describe, expect, test } from 'vitest';
import { lint, type Diagnostic } from '../src/index.ts';

/*
 * Master and backup files of published articles, mistakes included. They lie next to the project and
 * not in it; where they are not there, these tests are skipped and say so.
 */

const field = join(import.meta.dirname, '../../../../shared/field');

if (!existsSync(field)) console.warn('skipped: the published pairs are not there');

interface Pair {
  readonly sources: readonly SourceFile[];
  readonly diagnostics: readonly Diagnostic[];
}

function pair(name: string, release?: Release): Pair {
  const sources = readdirSync(join(field, name))
    .sort()
    .map((file) => ({ path: file, text: readFileSync(join(field, name, file), 'utf8') }));
  return { sources, diagnostics: lint(sources, release ? { release } : {}).diagnostics };
}

function lineOf({ location: { source, span } }: Diagnostic): number {
  return positionAt(source, span.start).line;
}

/** The rules that report something on the lines with this text, file by file. */
function rulesOn({ sources, diagnostics }: Pair, text: string): readonly string[] {
  return sources.flatMap((source) => {
    const here = diagnostics.filter(({ location }) => location.source === source);
    return here
      .filter((each) => lineText(source, lineOf(each)).includes(text))
      .map(({ rule, severity }) => `${source.path} ${severity} ${rule}`);
  });
}

function summaryOf(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ severity, rule, message }) => `${severity} ${rule} ${message}`)
    .join('\n');
}

function errorsOf({ diagnostics }: Pair): readonly Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === 'error');
}

describe.skipIf(!existsSync(field))('the pairs of published articles', () => {
  test('lvs-dr: misspelt and deprecated keywords of a health check, in both files', () => {
    const found = pair('lvs-dr');
    expect(rulesOn(found, 'connnect_timeout')).toEqual([
      'backup.conf error unknown-keyword',
      'master.conf error unknown-keyword',
    ]);
    expect(rulesOn(found, 'bond_port')).toEqual([
      'backup.conf error unknown-keyword',
      'master.conf error unknown-keyword',
    ]);
    expect(rulesOn(found, 'status 200').length).toBe(4);
    expect(new Set(rulesOn(found, 'nb_get_retry'))).toEqual(
      new Set(['backup.conf warning deprecated-keyword', 'master.conf warning deprecated-keyword']),
    );
    const help = found.diagnostics.map(({ help: text }) => text).join('\n');
    for (const word of ['connect_timeout', 'bind_port', 'status_code'])
      expect(help).toContain(`\`${word}\``);
    expect(errorsOf(found).length).toBe(8);
  });

  test('track-script: a misspelt interval, and a weight that works', () => {
    const found = pair('track-script');
    expect(rulesOn(found, 'internal')).toEqual(['backup.conf error unknown-keyword']);
    expect(found.diagnostics.find(({ rule }) => rule === 'unknown-keyword')?.help).toContain(
      '`interval`',
    );
    expect(errorsOf(found).length).toBe(1);
    expect(rulesOn(found, 'weight')).toEqual([]);
  });

  test('nginx-sync-group: a state that does not exist, and a misspelt keyword', () => {
    const found = pair('nginx-sync-group');
    expect(rulesOn(found, 'SLAVE')).toEqual(['slave.conf error unknown-value']);
    expect(rulesOn(found, 'lvs_sync_daemon_inteface')).toEqual([
      'master.conf error unknown-keyword',
      'slave.conf error unknown-keyword',
    ]);
  });

  test('nginx-missing-brace: the block that is not closed, where its brace belongs, and nothing else', () => {
    const found = pair('nginx-missing-brace');
    expect(errorsOf(found).map((each) => [each.rule, each.message])).toEqual([
      ['unclosed-block', expect.stringMatching(/`authentication` is never closed.*line 14/)],
      ['unclosed-block', expect.stringMatching(/`authentication` is never closed.*line 14/)],
    ]);
    expect(summaryOf(found.diagnostics)).not.toContain('unknown');
  });

  test('lvs-missing-brace: every block that is not closed, and a removed keyword', () => {
    const found = pair('lvs-missing-brace');
    const unclosed = found.diagnostics.filter(({ rule }) => rule === 'unclosed-block');
    expect(unclosed.map((each) => `${each.location.source.path}:${lineOf(each)}`)).toEqual([
      'backup.conf:50',
      'backup.conf:64',
      'backup.conf:80',
      'master.conf:51',
      'master.conf:65',
    ]);
    expect(rulesOn(found, 'nat_mask')).toEqual([
      'backup.conf error removed-keyword',
      'master.conf error removed-keyword',
    ]);
    expect(summaryOf(found.diagnostics)).not.toContain('unknown');
  });

  test('haproxy-strict: zero intervals, foreign comments, and what strict mode does', () => {
    const found = pair('haproxy-strict');
    expect(rulesOn(found, 'vrrp_garp_interval 0')).toEqual(['lb2.conf error value-out-of-range']);
    expect(rulesOn(found, 'vrrp_gna_interval 0')).toEqual(['lb2.conf error value-out-of-range']);
    expect(rulesOn(found, '//')).toEqual([
      'lb2.conf warning extra-words',
      'lb2.conf warning extra-words',
    ]);
    expect(rulesOn(found, 'vrrp_strict')).toEqual([
      'lb1.conf warning strict-mode-unreachable-address',
      'lb2.conf warning strict-mode-unreachable-address',
    ]);
    expect(rulesOn(found, 'authentication')).toEqual([
      'lb1.conf error authentication-ignored',
      'lb2.conf error authentication-ignored',
    ]);
  });

  test('master-backup: the same router_id twice, and nothing worse', () => {
    const found = pair('master-backup');
    expect(found.diagnostics.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      'info identical-router-id',
    ]);
  });

  test.each(['dual-master', 'notify', 'httpd'])('%s: no error', (name) => {
    expect(summaryOf(errorsOf(pair(name)))).toBe('');
  });

  test('the numbers of a weight that moves nothing: 95, 90 and -11', () => {
    const { sources } = pair('track-script');
    const edited = sources.map((source) =>
      source.path === 'master.conf'
        ? { ...source, text: source.text.replace('weight -20', 'weight -5') }
        : source,
    );
    const [finding, ...more] = lint(edited).diagnostics.filter(
      ({ rule }) => rule === 'ineffective-weight',
    );
    expect(more).toEqual([]);
    expect(finding?.message).toMatch(/from 100 to 95, not below 90/);
    expect(finding?.help).toContain('-11');
    expect(finding?.location.source.path).toBe('master.conf');
    expect(finding?.related.map(({ location }) => location.source.path)).toContain('backup.conf');
  });
});
