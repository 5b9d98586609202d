import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '@kalint/parser';
import { decode } from '../../packages/cli/src/disk/decode.ts';
import type { Daemon, Verdict } from './daemon.ts';
import type { Namespace } from '../keepalived/namespace.ts';
import { mapConcurrently } from './pool.ts';
import { inThisNamespace, verdictsOn } from './verdicts.ts';

/** Real configurations that lie next to the project and not in it. */
const folder = join(import.meta.dirname, '../../../shared/corpus');

export interface RealFile {
  readonly source: SourceFile;
  readonly encoding: BufferEncoding;
}

/** The files of the corpus; none when it is not there. */
export function corpusFiles(): readonly RealFile[] {
  if (!existsSync(folder)) return [];
  return ['strangers', 'upstream', 'maintainer'].flatMap((part) =>
    readdirSync(join(folder, part)).flatMap((name) => {
      const decoded = decode(readFileSync(join(folder, part, name)));
      if (decoded.kind !== 'text') return [];
      const source = { path: `${part}/${name}`, text: inThisNamespace(decoded.text) };
      return [{ source, encoding: decoded.encoding === 'utf-8' ? 'utf8' : 'latin1' }];
    }),
  );
}

export interface JudgedFile extends RealFile {
  /** One for each node that the file is for. */
  readonly verdicts: readonly Verdict[];
}

/**
 * Asks the daemon about real files. What they call interfaces is created as it is missed, because
 * without them keepalived does not look at the rest; an interface in turn can bring up the next one.
 */
export async function judgeFiles(
  files: readonly RealFile[],
  daemon: Daemon,
  namespace: Namespace,
  workers: number,
): Promise<readonly JudgedFile[]> {
  const judge = async (file: RealFile): Promise<JudgedFile> => {
    const { source, encoding } = file;
    return { ...file, verdicts: await verdictsOn(source.text, daemon, encoding) };
  };
  let judged = await mapConcurrently(files, workers, judge);
  for (let round = 0; round < mostRounds; round++) {
    const missing = new Set(judged.flatMap(missingInterfaces));
    if (missing.size === 0) return judged;
    namespace.addInterfaces([...missing]);
    const again = (file: JudgedFile): Promise<JudgedFile> =>
      missingInterfaces(file).length > 0 ? judge(file) : Promise.resolve(file);
    judged = await mapConcurrently(judged, workers, again);
  }
  return judged;
}

const mostRounds = 3;

function missingInterfaces({ verdicts }: JudgedFile): readonly string[] {
  return verdicts.flatMap(({ complaints }) =>
    complaints.flatMap(({ message }) => {
      const [, name] =
        /interface (\S+) .*doesn't exist$|^unknown interface (\S+)/.exec(message) ?? [];
      return name === undefined ? [] : [name];
    }),
  );
}
