import type { Palette } from '../terminal/colour.ts';
import { visible } from '../terminal/visible.ts';
import type { RuleEntry } from './rule-book.ts';

/**
 * A rule's page for a terminal. The pages are plain Markdown of headings, paragraphs, lists and fences:
 * what is left to do is to make headings strong, to set the fences apart, and to take the links away.
 */
export function pageForTerminal(
  { severity, profile, page, url }: RuleEntry,
  palette: Palette,
): string {
  const lines: string[] = [];
  let isCode = false;
  for (const line of page.trimEnd().split('\n')) {
    const fence = /^```\S*(?: (\S+))?$/.exec(line);
    if (fence) {
      isCode = !isCode;
      if (isCode && fence[1] !== undefined) lines.push(palette.quiet(`    # ${fence[1]}`));
    } else if (isCode) lines.push(line === '' ? '' : `    ${visible(line)}`);
    else lines.push(textLine(line, palette));
  }
  const only = profile === 'strict' ? ', in the strict profile only' : '';
  const [title = '', ...rest] = lines;
  return [
    `${title}: ${palette[severity](severity)}${only}`,
    ...rest,
    '',
    palette.quiet(url),
    '',
  ].join('\n');
}

function textLine(line: string, { strong }: Palette): string {
  const heading = /^#+ (.*)$/.exec(line)?.[1];
  if (heading !== undefined) return strong(heading);
  return visible(line.replace(/\[([^\]]+)\]\(([^)]+)\)/g, withoutLink));
}

/** A link to another rule is that rule's name; any other one keeps its address. */
function withoutLink(_: string, text: string, target: string): string {
  return /^https?:/.test(target) && text !== target ? `${text} (${target})` : text;
}
