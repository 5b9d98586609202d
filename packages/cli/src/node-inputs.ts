import type { NodeInputs } from '@kalint/linter';
import type { SourceFile } from '@kalint/parser';
import type { ReadingOptions } from './options/settings.ts';

/** What the nodes depend on besides their files. The disk is not looked at before there is an include. */
export async function nodeInputsFor(
  sources: readonly SourceFile[],
  { configIds, includeRoots, environment }: Omit<ReadingOptions, 'keepalivedVersion'>,
  /** The ids of the nodes of single files, where the command line has none. */
  configIdsByPath: ReadonlyMap<string, readonly string[]> = new Map(),
): Promise<NodeInputs> {
  const inputs: NodeInputs = {
    configIds,
    ...(configIds.length === 0 && { configIdsByPath }),
    ...(environment && { environment }),
  };
  if (!sources.some(({ text }) => text.includes('include'))) return inputs;
  const { includeReader } = await import('./disk/read-include.ts');
  return { ...inputs, readInclude: includeReader(sources, includeRoots) };
}
