import { expand, type Expansion, type ExpandOptions } from '../../src/expand/expand.ts';
import type { IncludeMatch } from '../../src/expand/include-reader.ts';
import type { Location } from '../../src/text/source-file.ts';

type Files = Readonly<Record<string, string>>;

/** Expands a text as `/etc/keepalived/main.conf`; `files` are what its includes find. */
export function expandText(
  text: string,
  options: Partial<ExpandOptions> = {},
  files?: Files,
): Expansion {
  const source = { path: '/etc/keepalived/main.conf', text };
  const readInclude = files && readIncludeFrom(files);
  return expand(source, {
    configId: 'here',
    ...(readInclude ? { readInclude } : {}),
    ...options,
  });
}

function readIncludeFrom(files: Files) {
  const sources = new Map(Object.entries(files).map(([path, text]) => [path, { path, text }]));
  return (pattern: string): readonly IncludeMatch[] => {
    const found = pattern.split('|').flatMap((path) => sources.get(path) ?? []);
    return found.length > 0 ? found : [{ path: pattern, refusal: { kind: 'missing' } }];
  };
}

/** The lines that are not empty, without their indentation. */
export function linesOf(text: string, options?: Partial<ExpandOptions>, files?: Files): string[] {
  return expandText(text, options, files)
    .expanded.text.split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Problems as `kind line: text`. */
export function problemsOf(
  text: string,
  options?: Partial<ExpandOptions>,
  files?: Files,
): string[] {
  return expandText(text, options, files).problems.map(({ kind, at }) => `${kind} ${placeOf(at)}`);
}

/** `LINE: TEXT`, behind the name of the file if it is not the main file. */
export function placeOf({ source, span }: Location): string {
  const name = source.path.endsWith('main.conf') ? '' : `${source.path} `;
  const line = source.text.slice(0, span.start).split('\n').length;
  return `${name}${line}: ${source.text.slice(span.start, span.end)}`;
}

/** A text that `expanded` contains once, and where it was written. */
export function originOf(expansion: Expansion, part: string): readonly string[] {
  const start = expansion.expanded.text.indexOf(part);
  if (start === -1) throw new Error(`no ${part} in ${expansion.expanded.text}`);
  const origin = expansion.locate({ start, end: start + part.length });
  return [placeOf(origin), ...origin.via.map(placeOf)];
}
