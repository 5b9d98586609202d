import { visible } from '../terminal/visible.ts';

/*
 * What keeps names and texts of a file from becoming part of the page, the document or the comment in which they
 * are shown.
 */

/**
 * For an element or a quoted attribute of XML, which has no way to write control characters and lone surrogates at
 * all: they are made visible first.
 */
export function xmlText(text: string): string {
  return visible(text).replace(/[&<>"]/g, (character) => entities[character] ?? '');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** The same for HTML, of which a browser may make something else before it is one. */
export function markupText(text: string): string {
  return visible(text).replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/**
 * For GitHub-flavoured Markdown, in a table cell as well. Within code GitHub makes neither mentions nor links
 * of anything. A name that could end a code span or a cell is written with character references, which
 * Markdown never takes for syntax.
 */
export function markdownCode(text: string): string {
  const shown = visible(text);
  return /^[!-~]+(?: [!-~]+)*$/.test(shown) && !/[`|\\]/.test(shown)
    ? `\`${shown}\``
    : `<code>${references(shown)}</code>`;
}

/** For running text; what stands between backquotes is code. */
export function markdownText(text: string): string {
  return text
    .split(/`([^`]*)`/)
    .map((part, index) => (index % 2 === 1 ? markdownCode(part) : plainMarkdown(part)))
    .join('');
}

/**
 * GitHub looks for mentions (`@name`) and issues (`#1`) when the references have become characters again; a
 * blank without width parts them from what follows.
 */
function plainMarkdown(text: string): string {
  return references(visible(text)).replace(/&#(?:64|35);/g, '$&&#8203;');
}

/** All but letters, digits, blanks and what has no meaning anywhere, as character references. */
function references(text: string): string {
  return text.replace(/[^\p{L}\p{N} ,;%?…–]/gu, (character) => `&#${character.codePointAt(0)};`);
}
