import { visible } from '../../terminal/visible.ts';
import { widthOf } from '../../terminal/width.ts';
import { markupText } from '../escape.ts';
import { plainText, type Phrase } from '../view/phrase.ts';
import type { Tone } from '../view/view.ts';

/** A part of an SVG: elements, and the room that they take, in pixels. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly elements: string;
  /** What it shows, for those who do not see it. */
  readonly title: string;
  readonly description: string;
}

export type Font = 'mono' | 'sans';

/**
 * How wide a text is, in pixels, 12 pixels high. A picture cannot ask the browser: the monospaced fonts are at
 * most 0.61 as wide as high. Of the others the widest that are usual count (the test looks whether texts
 * overlap).
 */
export function widthOfText(text: string, font: Font): number {
  let width = 0;
  for (const character of visible(text)) width += widthOfCharacter(character, font);
  return width;
}

const columnWidth = 7.35;

function widthOfCharacter(character: string, font: Font): number {
  const columns = widthOf(character);
  if (font === 'mono' || columns !== 1) return columns * columnWidth;
  if (/[mwMW@%]/.test(character)) return 12;
  return /\p{Lu}|[<>&+=#_]/u.test(character) ? 10 : columnWidth;
}

/** A text that fits; of a longer one the middle is left out, for both ends tell `web-01` from `web-02`. */
export function fitted(text: string, width: number, font: Font): string {
  const shown = visible(text);
  if (widthOfText(shown, font) <= width) return shown;
  const characters = Array.from(shown);
  const tail: string[] = [];
  const front: string[] = [];
  let left = width - columnWidth * 1.5;
  for (let index = 0; ; index++) {
    const takesFront = index % 2 === 0;
    const next = takesFront ? characters.shift() : characters.pop();
    if (next === undefined || widthOfCharacter(next, font) > left) break;
    left -= widthOfCharacter(next, font);
    if (takesFront) front.push(next);
    else tail.unshift(next);
  }
  return `${front.join('')}…${tail.join('')}`;
}

/** Lines that fit; words that are too long lose their middle. */
export function linesOf(text: Phrase, width: number, font: Font): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of visible(plainText(text)).split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOfText(longer, font) > width) {
      lines.push(line);
      line = fitted(word, width, font);
    } else {
      line = fitted(longer, width, font);
    }
  }
  return [...lines, line];
}

export interface TextOptions {
  readonly kind: string;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** One line of text; `whole` is what it stands for when it is shortened. */
export function textAt(
  x: number,
  y: number,
  text: string,
  { kind, anchor = 'start' }: TextOptions,
  whole = text,
): string {
  const place = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  const hint = visible(whole) === visible(text) ? '' : `<title>${markupText(whole)}</title>`;
  return `<text x="${short(x)}" y="${short(y)}" class="${kind}"${place}>${markupText(text)}${hint}</text>`;
}

/** A number with at most two digits behind the point. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

export function moved(x: number, y: number, elements: string): string {
  return `<g transform="translate(${short(x)} ${short(y)})">${elements}</g>`;
}

/** What an icon says: a tone, or that something is as it should be. */
export type Sign = Tone | 'sound';

/** A sign, 14 pixels wide and high; each has a shape of its own. */
export function icon(sign: Sign): string {
  switch (sign) {
    case 'sound':
      return '<circle class="icon-good" cx="7" cy="7" r="7"/><path class="sign" d="M3.8 7.3l2.2 2.3 4.2-4.9"/>';
    case 'bad':
      return '<path class="icon-bad" d="M4.1 0h5.8L14 4.1v5.8L9.9 14H4.1L0 9.9V4.1z"/><path class="sign" d="M4.6 4.6l4.8 4.8M9.4 4.6l-4.8 4.8"/>';
    case 'warning':
      return '<path class="icon-warning" d="M7 .6L14 13.4H0z"/><path class="sign" d="M7 5v3.8M7 11.1v.1"/>';
    case 'unavoidable':
      return '<circle class="icon-calm" cx="7" cy="7" r="6"/><path class="sign-calm" d="M3.8 7.6c1-1.9 2.2-1.9 3.2-.6s2.2 1.3 3.2-.6"/>';
    case 'good':
      return '<circle class="icon-good" cx="7" cy="7" r="7"/><path class="sign" d="M3.6 7h6.6M7.4 4.2L10.3 7l-2.9 2.8"/>';
    case 'calm':
      return '<circle class="icon-calm" cx="7" cy="7" r="6"/><path class="sign-calm" d="M4.5 7h5"/>';
  }
}
