import type { Coverage } from '../../coverage/coverage.ts';

/** A part of keepalived: a folder of its source. */
export interface Chapter {
  readonly title: string;
  readonly files: readonly SourceRows[];
}

/** The messages of one source file. */
interface SourceRows {
  /** Of the file, in keepalived's source. */
  readonly path: string;
  readonly rows: readonly Row[];
}

/** Messages that follow each other in a source file and come to the same for kalint. */
export interface Row {
  /** Line numbers of the file. */
  readonly lines: readonly number[];
  readonly message: Coverage[string];
}

const titles: Readonly<Record<string, string>> = {
  lib: 'The language: lines, words, definitions, includes',
  core: 'The node: global_defs, scripts, namespaces',
  vrrp: 'VRRP: instances, groups, addresses, routes, rules',
  trackers: 'Tracked files',
  bfd: 'BFD',
  check: 'Virtual servers, real servers, checks',
};

/** The messages by the folders and files of keepalived's source. */
export function chaptersOf(coverage: Coverage): readonly Chapter[] {
  const places = Object.keys(coverage);
  return Object.entries(titles).map(([folder, title]) => {
    const own = places.filter((place) => place.startsWith(`${folder}/`));
    const files = [...new Set(own.map((place) => placeOf(place).file))].sort();
    return { title, files: files.map((file) => rowsOf(file, coverage)) };
  });
}

function rowsOf(file: string, coverage: Coverage): SourceRows {
  const messages = Object.entries(coverage)
    .map(([place, message]) => ({ ...placeOf(place), message }))
    .filter((each) => each.file === file)
    .sort((a, b) => a.line - b.line);
  const rows: Row[] = [];
  for (const { line, message } of messages) {
    const last = rows.at(-1);
    if (last && isSame(last.message, message)) {
      rows[rows.length - 1] = { message, lines: [...last.lines, line] };
    } else {
      rows.push({ message, lines: [line] });
    }
  }
  return { path: file.startsWith('lib/') ? file : `keepalived/${file}`, rows };
}

interface Place {
  readonly file: string;
  readonly line: number;
}

function placeOf(place: string): Place {
  const colon = place.lastIndexOf(':');
  return { file: place.slice(0, colon), line: Number(place.slice(colon + 1)) };
}

/** Whether two messages come to the same; their examples do not matter here. */
function isSame(a: Coverage[string], b: Coverage[string]): boolean {
  if ('rule' in a) return 'rule' in b && a.rule === b.rule && a.release === b.release;
  if ('open' in a) return 'open' in b && a.open === b.open;
  return 'dependsOn' in b && a.dependsOn === b.dependsOn;
}
