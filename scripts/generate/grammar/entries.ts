import {
  isReadBy,
  language,
  newestRelease,
  type BlockPath,
  type Keywords,
  type KeywordSchema,
} from '@kalint/parser';

/** A keyword where it stands. */
export interface Entry {
  readonly keyword: string;
  readonly block: BlockPath;
  readonly schema: KeywordSchema;
}

/** The keywords of the top level, in the order of the table. */
export function topEntries(): readonly Entry[] {
  return entriesOf(language, []);
}

/** The keywords in a block. */
export function innerEntries({ schema, block, keyword }: Entry): readonly Entry[] {
  return schema.keywords ? entriesOf(schema.keywords, [...block, keyword]) : [];
}

function entriesOf(keywords: Keywords, block: BlockPath): readonly Entry[] {
  return Object.entries(keywords).map(([keyword, schema]) => ({ keyword, block, schema }));
}

/** Whether the newest release reads it. */
export function isCurrent({ schema }: Entry): boolean {
  return isReadBy(schema, newestRelease);
}

export function isBlock({ schema }: Entry): boolean {
  return schema.keywords !== undefined || schema.lines !== undefined;
}

/** `block.vrrp_instance.authentication` */
export function blockName({ block, keyword }: Entry): string {
  return ['block', ...block, keyword].join('.');
}

/** `setting.vrrp_instance`; `setting` for the top level. */
export function settingName(block: BlockPath): string {
  return ['setting', ...block].join('.');
}
