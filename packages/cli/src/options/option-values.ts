import type { Severity } from '@kalint/linter';
import { InvalidArgumentError } from 'commander';
import { statsOf } from '../disk/real-path.ts';

/* What the values of options mean; what means nothing is a mistake of the command line. */

/** `lb1,lb2`; an id may have its `@`. */
export function idsIn(text: string): readonly string[] {
  const ids = text.split(',').map((id) => id.trim().replace(/^@/, ''));
  if (ids.some((id) => !/^[^\s^]\S*$/.test(id))) {
    throw new InvalidArgumentError('Give ids as lb1,lb2.');
  }
  return ids;
}

/** `NAME=VALUE` */
export function variableIn(text: string): readonly [name: string, value: string] {
  const [, name, value] = /^(\w+)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) {
    throw new InvalidArgumentError('Give a variable as NAME=VALUE.');
  }
  return [name, value];
}

/** Mostly an empty name is a variable of a script that nobody has set. */
export function fileName(name: string): string {
  if (name === '') throw new InvalidArgumentError('Give the name of a file.');
  return name;
}

export function folder(path: string): string {
  if (!statsOf(path)?.isDirectory()) throw new InvalidArgumentError('There is no such folder.');
  return path;
}

/** `RULE=LEVEL` */
export function ruleLevelIn(text: string): readonly [rule: string, level: Severity | 'off'] {
  const [, rule, name] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  const level = levels.find((each) => each === name);
  if (rule === undefined || level === undefined) {
    throw new InvalidArgumentError(`Give a rule as RULE=LEVEL, LEVEL being ${levels.join(', ')}.`);
  }
  return [rule, level];
}

const levels = ['error', 'warning', 'info', 'off'] as const;

/** How many: a whole number, from 0. */
export function countIn(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Give a whole number, such as 0.');
  return Number(text);
}

/** From 1; more threads than the largest machine has processors are a slip of the finger. */
export function threadsIn(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text))
    throw new InvalidArgumentError('Give a whole number from 1 to 999.');
  return Number(text);
}
