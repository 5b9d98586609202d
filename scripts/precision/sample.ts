import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { lint } from '@kalint/linter';
import { positionAt, type SourceFile } from '@kalint/parser';

/** Real files of strangers, which are not part of the project. */
const folder = resolve(import.meta.dirname, '../../../shared/corpus/strangers');

export function hasRealFiles(): boolean {
  return existsSync(folder);
}

/** So many files are looked at. */
const size = 60;

/** A choice nobody has made: the files whose names have the smallest hashes. */
export function sample(): readonly SourceFile[] {
  const hash = (name: string): string => createHash('sha256').update(name).digest('hex');
  return readdirSync(folder)
    .toSorted((a, b) => (hash(a) < hash(b) ? -1 : 1))
    .slice(0, size)
    .sort()
    .map((name) => ({ path: name, text: readFileSync(join(folder, name), 'utf8') }));
}

/** What kalint says of one place. */
export interface SampledFinding {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly message: string;
}

/** Every error and warning, as the recommended profile has it, for the newest keepalived. */
export function findingsOf(source: SourceFile): readonly SampledFinding[] {
  return lint([source])
    .diagnostics.filter(({ severity }) => severity !== 'info')
    .map(({ rule, message, location }) => ({
      ...{ file: source.path, rule, message },
      line: positionAt(location.source, location.span.start).line,
    }));
}
