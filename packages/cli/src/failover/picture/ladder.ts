import { enumerated, plainText } from '../view/phrase.ts';
import type { Ladder, Row, Rung } from '../view/view.ts';
import { standingText } from '../view/words.ts';
import { fitted, short, textAt, widthOfText, type Picture } from './picture.ts';

/*
 * Two ladders side by side: the nodes by their priorities before the fault, and after it, each node's rungs
 * joined by a line. Rungs are as far apart as text needs, whatever the numbers are: who is above whom decides.
 */

const width = 360;
const pitch = 24;
const top = 22;
const left = { text: 147, dot: 158 };
const right = { dot: 210, text: 221 };
const pill = { height: 20, padding: 6 };

export function ladderPicture({ before, after, hidden }: Ladder, row: Row): Picture {
  const height = top + before.length * pitch + (hidden > 0 ? 18 : 4);
  const places = new Map(after.map(({ node }, index) => [node, index]));
  const elements = [
    textAt(left.text, 12, 'before', { kind: 'm sans', anchor: 'end' }),
    textAt(right.text, 12, 'after', { kind: 'm sans' }),
    // Lines that matter lie above the others.
    ...before
      .flatMap((rung, index) => lineOf(rung, index, after, places))
      .sort((a, b) => a.layer - b.layer)
      .map(({ element }) => element),
    ...before.flatMap((rung, index) => rungOf(rung, index, 'left')),
    ...after.flatMap((rung, index) => rungOf(rung, index, 'right')),
    ...(hidden > 0
      ? [
          textAt(width / 2, top + before.length * pitch + 10, `and ${hidden} more, as before`, {
            kind: 'm sans',
            anchor: 'middle',
          }),
        ]
      : []),
  ].join('');
  return {
    ...{ width, height, elements },
    title: `${row.faults.map(plainText).join(' and ')}: ${plainText(row.outcome)}`,
    description: `Before: ${listed(before)}. After: ${listed(after)}.`,
  };
}

function listed(rungs: readonly Rung[]): string {
  const texts = rungs.map(
    ({ node, standing, holds }) =>
      `${node} ${standingText(standing)}${{ yes: ' (holds the addresses)', may: ' (may hold the addresses)', no: '' }[holds]}`,
  );
  return plainText(enumerated(texts, 'and', texts.length));
}

function yOf(index: number): number {
  return top + index * pitch + pitch / 2;
}

function lineOf(
  rung: Rung,
  index: number,
  after: readonly Rung[],
  places: ReadonlyMap<string, number>,
): readonly { readonly layer: number; readonly element: string }[] {
  const place = places.get(rung.node);
  const then = place === undefined ? undefined : after[place];
  if (place === undefined || !then) return [];
  const [y1, y2] = [yOf(index), yOf(place)];
  const middle = (left.dot + right.dot) / 2;
  const path = `M${left.dot} ${short(y1)}C${middle} ${short(y1)} ${middle} ${short(y2)} ${right.dot} ${short(y2)}`;
  const [layer, kind] = kindOfLine(rung, then);
  return [{ layer, element: `<path class="${kind}" d="${path}"/>` }];
}

function kindOfLine(rung: Rung, then: Rung): readonly [layer: number, kind: string] {
  if (typeof then.standing !== 'number' && then.standing !== rung.standing) return [2, 'line-out'];
  if (then.holds === 'yes') return [3, 'line-holder'];
  return then.standing === rung.standing ? [0, 'line'] : [1, 'line-changed'];
}

function rungOf(rung: Rung, index: number, side: 'left' | 'right'): readonly string[] {
  const { node, standing, holds } = rung;
  const y = yOf(index);
  const value = standingText(standing);
  const room = (side === 'left' ? left.text : width - right.text) - pill.padding * 2;
  const name = fitted(node, room - widthOfText(`${value} `, 'mono'), 'mono');
  const label = side === 'left' ? `${name} ${value}` : `${value} ${name}`;
  const whole = side === 'left' ? `${node} ${value}` : `${value} ${node}`;
  const wide = widthOfText(label, 'mono') + pill.padding * 2;
  const x = side === 'left' ? left.text - wide : right.text;
  const shape = `x="${short(x)}" y="${short(y - pill.height / 2)}" width="${short(wide)}" height="${pill.height}" rx="${pill.height / 2}"`;
  const anchor = side === 'left' ? 'end' : 'start';
  const at = side === 'left' ? left.text - pill.padding : right.text + pill.padding;
  return [
    ...(holds === 'no' ? [] : [`<rect class="${holds === 'yes' ? 'pill' : 'maybe'}" ${shape}/>`]),
    textAt(at, y + 4, label, { kind: `${holds === 'yes' ? 'on' : 't'} mono`, anchor }, whole),
    mark(rung, side === 'left' ? left.dot : right.dot, y),
  ];
}

/** A disc for who holds the addresses, a ring for who waits, a cross for who takes no part. */
function mark({ standing, holds }: Rung, x: number, y: number): string {
  if (typeof standing !== 'number') {
    const arm = 3.5;
    return `<path class="out" d="M${x - arm} ${short(y - arm)}l${arm * 2} ${arm * 2}M${x - arm} ${short(y + arm)}l${arm * 2} ${-arm * 2}"/>`;
  }
  const kind = holds === 'yes' ? 'dot-holder' : 'dot';
  return `<circle class="${kind}" cx="${x}" cy="${short(y)}" r="${holds === 'yes' ? 5.5 : 4.5}"/>`;
}
