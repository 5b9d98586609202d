import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lint } from '@kalint/linter';
import { reportForPeople } from '../../packages/cli/src/reporters/pretty.ts';
import { reportOf } from '../../packages/cli/src/reporters/report-of.ts';
import type { Palette } from '../../packages/cli/src/terminal/colour.ts';
import type { Artefact } from './artefact.ts';

/* The picture at the top of the README: what the command prints about a pair of files, as a terminal shows it. */

const files = ['lb1.conf', 'lb2.conf'];
const folder = join(import.meta.dirname, '../../fixtures/rules/ineffective-weight/bad-negative');

export const outputPicture: Artefact = {
  path: 'docs/output.svg',
  text: () => pictureOf(`kalint ${files.join(' ')}`, reportAbout(files)),
};

/** The report, each coloured part marked. */
function reportAbout(names: readonly string[]): string {
  const sources = names.map((name) => ({
    path: name,
    text: readFileSync(join(folder, name), 'utf8'),
  }));
  return reportForPeople(reportOf(lint(sources), sources), marking);
}

type Style = Exclude<keyof Palette, 'link'>;

const styles: Readonly<Record<Style, string>> = {
  error: 'fill:#ff7b72;font-weight:bold',
  warning: 'fill:#e3b341;font-weight:bold',
  info: 'fill:#79c0ff;font-weight:bold',
  strong: 'font-weight:bold',
  label: 'fill:#7ee787',
  quiet: 'fill:#8b949e',
};

/** For private use: no report has them. */
const [begin, middle, end] = ['\ue000', '\ue001', '\ue002'];

const marked =
  (style: Style) =>
  (text: string): string =>
    `${begin}${style}${middle}${text}${end}`;

const marking: Palette = {
  error: marked('error'),
  warning: marked('warning'),
  info: marked('info'),
  strong: marked('strong'),
  label: marked('label'),
  quiet: marked('quiet'),
  link: (text) => text,
};

interface Cell {
  readonly character: string;
  readonly style: Style | undefined;
}

function cellsOf(line: string): readonly Cell[] {
  const open: Style[] = [];
  return [...line.matchAll(/\ue000(\w+)\ue001|\ue002|([^])/gu)].flatMap(
    ([mark, name, character]): readonly Cell[] => {
      if (character !== undefined) return [{ character, style: open.at(-1) }];
      const style = stylesByName.get(name ?? '');
      if (style) open.push(style);
      else if (mark === end) open.pop();
      return [];
    },
  );
}

const stylesByName = new Map(
  (Object.keys(marking) as (keyof Palette)[]).flatMap((name): readonly [string, Style][] =>
    name === 'link' ? [] : [[name, name]],
  ),
);

const [characterWidth, lineHeight, margin] = [8.43, 20, 20];

function pictureOf(command: string, output: string): string {
  const prompt = `${marking.label('$')} ${marking.strong(command)}`;
  const lines = [prompt, ...output.trimEnd().split('\n')].map(cellsOf);
  const columns = Math.max(...lines.map(({ length }) => length));
  const width = Math.ceil(columns * characterWidth) + 2 * margin;
  const height = lines.length * lineHeight + 2 * margin;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<title>${escaped(`What ${command} prints`)}</title>`,
    `<rect width="${width}" height="${height}" rx="8" fill="#0d1117"/>`,
    `<g font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace" font-size="14" fill="#e6edf3">`,
    ...lines.map((cells, index) => lineAt(cells, margin + (index + 0.75) * lineHeight)),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function lineAt(cells: readonly Cell[], y: number): string {
  return runsOf(cells)
    .filter(({ text }) => text.trim() !== '')
    .map(({ text: padded, style, column }) => {
      // Blanks at the ends would be lost.
      const text = padded.trim();
      const start = column + padded.indexOf(text);
      const x = (margin + start * characterWidth).toFixed(1);
      const length = (text.length * characterWidth).toFixed(1);
      const look = style === undefined ? '' : ` style="${styles[style]}"`;
      return `<text x="${x}" y="${y}" textLength="${length}"${look}>${escaped(text)}</text>`;
    })
    .join('');
}

interface Run {
  readonly text: string;
  readonly style: Style | undefined;
  readonly column: number;
}

/** Neighbours of one style. */
function runsOf(cells: readonly Cell[]): readonly Run[] {
  const runs: Run[] = [];
  for (const [column, { character, style }] of cells.entries()) {
    const last = runs.at(-1);
    if (last && last.style === style) runs.splice(-1, 1, { ...last, text: last.text + character });
    else runs.push({ text: character, style, column });
  }
  return runs;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
