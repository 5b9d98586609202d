import { plainText } from '../view/phrase.ts';
import type { Bar, Timeline } from '../view/view.ts';
import { fitted, moved, short, textAt, widthOfText, type Picture } from './picture.ts';

/*
 * For each fault a line of time: thin while the addresses cannot have moved yet, a box while they may move, a
 * bar when they have.
 */

const width = 460;
const pitch = 62;
const side = 8;
const track = width - 2 * side;
const bar = { y: 40, box: 10, full: 14 };

export function timelinePicture({ title, end, bars }: Timeline): Picture {
  const height = bars.length * pitch + 20;
  const axis = bars.length * pitch;
  const x = (seconds: number): number => side + (track * Math.min(seconds, end)) / end;
  const ticks = [0, end / 4, end / 2, (3 * end) / 4, end];
  const elements = [
    ...bars.map((each, index) => moved(0, index * pitch, row(each, x, ticks))),
    ...ticks.map((tick, index) =>
      textAt(x(tick), axis + 10, index === 0 ? '0' : `${short(tick)} s`, {
        kind: 'm sans',
        anchor: index === 0 ? 'start' : index === ticks.length - 1 ? 'end' : 'middle',
      }),
    ),
  ].join('');
  const description = bars
    .map(({ label, span, holder }) => `${plainText(label)}: ${plainText(holder)} after ${span}`)
    .join('. ');
  return { width, height, elements, title, description: `${description}.` };
}

function row(
  { label, more, min, max, span, holder }: Bar,
  x: (seconds: number) => number,
  ticks: readonly number[],
): string {
  const end = ticks.at(-1) ?? 0;
  const result = `${span}, then ${plainText(holder)}`;
  const text = plainText(label);
  const rest = more === 0 ? '' : ` and ${more} more`;
  const shown = fitted(text, track - widthOfText(rest, 'mono'), 'mono');
  const [from, to] = [x(min), x(max)];
  const middle = bar.y + bar.full / 2;
  return [
    textAt(side, 14, shown + rest, { kind: 't mono' }, text + rest),
    textAt(side, 31, fitted(result, track, 'sans'), { kind: 'm sans' }, result),
    ...ticks.map(
      (tick) => `<path class="axis" d="M${short(x(tick))} ${bar.y - 3}v${bar.full + 6}"/>`,
    ),
    `<path class="wait" d="M${side} ${middle}H${short(from)}"/>`,
    ...(to - from < 1
      ? []
      : [
          `<rect class="perhaps" x="${short(from)}" y="${middle - bar.box / 2}" width="${short(to - from)}" height="${bar.box}"/>`,
        ]),
    ...(max >= end
      ? []
      : [
          `<rect class="has" x="${short(to)}" y="${bar.y}" width="${short(x(end) - to)}" height="${bar.full}"/>`,
        ]),
  ].join('');
}
