import type { BindingProblem, Config, SourceFile, Statement } from '@kalint/parser';

/** Blocks of which keepalived skips a second one of the same name. */
const named = ['vrrp_instance', 'vrrp_sync_group', 'track_group', 'bfd_instance'] as const;

/** A block that keepalived skips, and the one whose name it has. */
export interface SkippedBlock {
  readonly block: Statement;
  readonly first: Statement;
}

/**
 * What of a configuration is skipped: vrrp_handler(), vrrp_sync_group_handler() and
 * static_track_group_handler() in vrrp/vrrp_parser.c, bfd_handler() in bfd/bfd_parser.c.
 */
export function skippedBlocks(config: Config): readonly SkippedBlock[] {
  return named.flatMap((keyword) => {
    const firsts = new Map<string, Statement>();
    return (config[keyword] ?? []).flatMap(({ statements: [block] }): readonly SkippedBlock[] => {
      const name = block.words[0]?.text;
      if (name === undefined) return [];
      const first = firsts.get(name);
      if (!first) firsts.set(name, block);
      return first ? [{ block, first }] : [];
    });
  });
}

/** The configuration without what is skipped. */
export function withoutSkipped(config: Config, skipped: readonly SkippedBlock[]): Config {
  if (skipped.length === 0) return config;
  const blocks = new Set(skipped.map(({ block }) => block));
  const isRead = ({
    statements: [block],
  }: {
    readonly statements: readonly [Statement, ...Statement[]];
  }): boolean => !blocks.has(block);
  const { vrrp_instance, vrrp_sync_group, track_group, bfd_instance } = config;
  return {
    ...config,
    ...(vrrp_instance && { vrrp_instance: vrrp_instance.filter(isRead) }),
    ...(vrrp_sync_group && { vrrp_sync_group: vrrp_sync_group.filter(isRead) }),
    ...(track_group && { track_group: track_group.filter(isRead) }),
    ...(bfd_instance && { bfd_instance: bfd_instance.filter(isRead) }),
  };
}

/** Tells whether a problem is inside a block that nobody reads. */
export function skippedFinder(
  skipped: readonly SkippedBlock[],
): (problem: BindingProblem) => boolean {
  const blocksOf = new Map<SourceFile, Statement[]>();
  for (const { block } of skipped) {
    const known = blocksOf.get(block.source);
    if (known) known.push(block);
    else blocksOf.set(block.source, [block]);
  }
  for (const blocks of blocksOf.values()) blocks.sort((a, b) => a.span.start - b.span.start);
  return (problem) => {
    const place = problem.kind === 'unexpected-block' ? problem.item : problem.statement;
    const block = lastBefore(blocksOf.get(place.source) ?? [], place.span.start);
    return block !== undefined && block !== place && place.span.end <= block.span.end;
  };
}

/** The last of some blocks, in order and none inside another, that begins at an offset or before. */
function lastBefore(blocks: readonly Statement[], offset: number): Statement | undefined {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.span.start ?? offset) <= offset) low = middle + 1;
    else high = middle;
  }
  return blocks[low - 1];
}
