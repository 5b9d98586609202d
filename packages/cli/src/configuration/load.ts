import type { Configuration } from './configuration.ts';
import type { KnownRule } from './content.ts';
import { findConfiguration } from './find.ts';

/** What decides which configuration file counts, and what it may lead to. */
export interface ConfigurationRequest {
  /** The files on the command line; the configuration is looked for beside the first, and above. */
  readonly files: readonly string[];
  /** A configuration file; false: none counts; undefined: it is looked for. */
  readonly configuration: string | false | undefined;
  /** Folders that the command line allows besides the project of the configuration file. */
  readonly includeRoots: readonly string[];
}

/** Why a configuration cannot be used: complete messages, `FILE:LINE:COLUMN: what to do`. */
export interface Mistakes {
  readonly mistakes: readonly string[];
}

/**
 * The configuration that counts, or undefined when there is none. What reads it is not loaded before there is
 * one.
 *
 * @param rules all that there are
 */
export async function loadConfiguration(
  request: ConfigurationRequest,
  rules: readonly KnownRule[],
): Promise<Configuration | Mistakes | undefined> {
  const { configuration: named, files, includeRoots } = request;
  if (named === false) return undefined;
  const [path, other] = named === undefined ? findConfiguration(files[0]) : [named];
  if (path === undefined) return undefined;
  if (other !== undefined)
    return { mistakes: [`both ${path} and ${other} are there; keep one of them`] };
  const { readConfiguration } = await import('./read-configuration.ts');
  return readConfiguration({ path, isNamed: named !== undefined }, { rules, includeRoots });
}
