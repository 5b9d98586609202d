import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * The facts that were taken from keepalived's source: they lie next to the project and not in it.
 */

export const referenceFolder = join(import.meta.dirname, '../../../shared/reference');

/** What the reference says of a keyword in its block. */
export interface KeywordRecord {
  /** The keywords from the outermost block to this one, with ` > ` between them. */
  readonly path: string;
  readonly kind: string;
  readonly isBlock: boolean;
  readonly freeForm: boolean;
  readonly since: string;
  readonly grammar?: string;
  readonly min?: number;
  readonly max?: number | string;
  readonly unit?: string;
  readonly max_decimal_places?: number;
  readonly values?: readonly string[];
  readonly values_case_sensitive?: boolean;
  readonly max_length?: number;
  readonly default?: string | number | boolean | null;
  readonly bare_means?: string | number | boolean;
  readonly required?: boolean;
  readonly required_keywords?: readonly string[];
  readonly deprecated?: string;
  readonly ifdef?: readonly string[];
  readonly missing_value?: string;
  readonly quotedKeyword: boolean;
}

/** Every keyword of the newest release, in each block that it may stand in. */
export function readKeywordRecords(): readonly KeywordRecord[] {
  const reference: { readonly keywords: readonly KeywordRecord[] } = read('keywords.json');
  return reference.keywords;
}

/** A keyword that keepalived no longer reads. */
export interface RemovedKeyword {
  readonly path: string;
  readonly removedIn: string;
}

/** What went with the block around it is not listed. */
export function readRemovedKeywords(): readonly RemovedKeyword[] {
  const history: {
    readonly keywords: Readonly<Record<string, { readonly removed_in?: string }>>;
  } = read('history.json');
  return Object.entries(history.keywords).flatMap(([path, { removed_in: removedIn }]) => {
    const block = path.split(' > ').slice(0, -1).join(' > ');
    const goesAlone = removedIn !== undefined && history.keywords[block]?.removed_in !== removedIn;
    return goesAlone ? [{ path, removedIn }] : [];
  });
}

function read<T>(name: string): T {
  const content: T = JSON.parse(readFileSync(join(referenceFolder, name), 'utf8'));
  return content;
}
