import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export type Mapping = Readonly<Record<string, unknown>>;

/** What stands in a YAML file. */
export function readYaml(path: string): unknown {
  return parse(readFileSync(path, 'utf8'));
}

export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The mapping that a value must be. */
export function mappingIn(value: unknown, what: string): Mapping {
  if (!isMapping(value)) throw new Error(`${what} is no mapping`);
  return value;
}

/** The text that a value must be; undefined when there is none. */
export function textIn(value: unknown, what: string): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'string') throw new Error(`${what} is no text`);
  return value;
}

export function listIn(value: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`${what} is no list`);
  return value;
}
