import { markupText } from './escape.ts';
import { dark, light, pictureRules, type Colours } from './picture/colours.ts';
import {
  ladderLegend,
  laddersOf,
  timelineLegend,
  timelinePicturesOf,
  type LadderFigure,
} from './picture/diagrams.ts';
import { icon, linesOf, moved, short, textAt, type Picture, type Sign } from './picture/picture.ts';
import { phrase, plainText, type Phrase } from './view/phrase.ts';
import type { RouterView, View } from './view/view.ts';

/*
 * The diagrams alone, in one file: for a wiki, a ticket, or a page of one's own. The colours are written out,
 * for not every program that draws SVG knows variables.
 */

const margin = 24;
const gutter = 20;
const columns = 3;
const panel = { width: 376, padding: 8 };
const width = margin * 2 + columns * panel.width + (columns - 1) * gutter;

/** Something drawn below what came before. */
interface Block {
  readonly height: number;
  readonly elements: string;
}

export function failoverAsSvg(view: View): string {
  const blocks = [
    paragraph(view.summary, 'heading sans', 26, 1.7),
    ...view.routers.flatMap(routerBlocks),
  ];
  const height = margin * 2 + blocks.reduce((sum, block) => sum + block.height, 0);
  const title = plainText(view.summary);
  const described = view.routers.map(({ id, healthy }) => `${id}: ${plainText(healthy)}`).join(' ');
  const size = `viewBox="0 0 ${width} ${short(height)}" width="${width}" height="${short(height)}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" aria-labelledby="title description">`,
    `<title id="title">${markupText(title)}</title>`,
    `<desc id="description">${markupText(described)}</desc>`,
    `<style>${pictureRules((name) => light[name])}@media screen and (prefers-color-scheme:dark){`,
    `${pictureRules((name: keyof Colours) => dark[name])}}</style>`,
    `<rect class="page" width="${width}" height="${short(height)}"/>`,
    moved(margin, margin, below(blocks)),
    '</svg>\n',
  ].join('\n');
}

function below(blocks: readonly Block[]): string {
  let y = 0;
  return blocks
    .map(({ height, elements }) => {
      const placed = moved(0, y, elements);
      y += height;
      return placed;
    })
    .join('\n');
}

function routerBlocks(router: RouterView): readonly Block[] {
  const { id, details, healthy, healthyTone } = router;
  const ladders = laddersOf(router);
  const timelines = timelinePicturesOf(router);
  return [
    space(14),
    paragraph(phrase`${id} (${details.map(plainText).join(', ')})`, 'heading sans', 26, 1.7),
    stateBlock(healthy, healthyTone === 'good' ? 'sound' : healthyTone),
    ...(ladders.length === 0
      ? []
      : [paragraph([ladderLegend], 'm sans', 22, 1), ...inRows(ladders.map(ladderPanel))]),
    ...(timelines.length === 0
      ? []
      : [paragraph([timelineLegend], 'm sans', 22, 1), ...inRows(timelines.map(timelinePanel))]),
  ];
}

function space(height: number): Block {
  return { height, elements: '' };
}

/** `size`: how large the letters are, compared with those of 12 pixels. */
function paragraph(text: Phrase, kind: string, lineHeight: number, size: number): Block {
  const lines = linesOf(text, (width - margin * 2 - 22) / size, 'sans');
  return {
    height: lines.length * lineHeight + 6,
    elements: lines
      .map((line, index) => textAt(0, (index + 1) * lineHeight - 6, line, { kind }))
      .join(''),
  };
}

function stateBlock(text: Phrase, sign: Sign): Block {
  const { height, elements } = paragraph(text, 'body sans', 20, 1.2);
  return { height, elements: moved(0, 4, icon(sign)) + moved(22, 0, elements) };
}

interface Panel {
  readonly width: number;
  readonly height: number;
  /** `height`: of the frame, which is that of the highest in the row. */
  readonly draw: (height: number) => string;
}

function ladderPanel({ row, picture }: LadderFigure): Panel {
  const text = panel.width - panel.padding * 2;
  const names = row.faults.flatMap((fault, index) =>
    linesOf(index === 0 ? fault : phrase`+ ${fault}`, text, 'mono'),
  );
  const heads = row.more === 0 ? names : [...names, `and ${row.more} more`];
  const outcome = linesOf(row.outcome, text - 22, 'sans');
  const times = [
    ...(row.takeover === undefined ? [] : [`takeover ${row.takeover}`]),
    ...(row.afterRepair ? [`after repair: ${plainText(row.afterRepair)}`] : []),
  ].join('; ');
  const notes = [row.reason ?? [], times === '' ? [] : [times]].flatMap((note) =>
    note.length === 0 ? [] : linesOf(note, text, 'sans'),
  );
  const pictureTop = 12 + (heads.length + outcome.length) * 18 + 6;
  const height = pictureTop + picture.height + notes.length * 16 + 12;
  const left = panel.padding;
  const draw = (frame: number): string =>
    [
      frameOf(panel.width, frame),
      ...heads.map((line, index) => textAt(left, 22 + index * 18, line, { kind: 'head mono' })),
      moved(left, 11 + heads.length * 18, icon(row.tone)),
      ...outcome.map((line, index) =>
        textAt(left + 20, 22 + (heads.length + index) * 18, line, {
          kind: `tone-${row.tone} sans`,
        }),
      ),
      moved(left, pictureTop, picture.elements),
      ...notes.map((line, index) =>
        textAt(left, pictureTop + picture.height + 12 + index * 16, line, { kind: 'm sans' }),
      ),
    ].join('');
  return { width: panel.width, height, draw };
}

function timelinePanel({ title, width: wide, height, elements }: Picture): Panel {
  return {
    width: wide + panel.padding * 2,
    height: height + 48,
    draw: (frame) =>
      frameOf(wide + panel.padding * 2, frame) +
      textAt(panel.padding + 8, 22, title, { kind: 'head sans' }) +
      moved(panel.padding, 36, elements),
  };
}

function frameOf(wide: number, height: number): string {
  return `<rect class="frame" x=".5" y=".5" width="${wide - 1}" height="${short(height - 1)}" rx="6"/>`;
}

/** Panels from left to right, then below. */
function inRows(panels: readonly Panel[]): readonly Block[] {
  const rows: Panel[][] = [];
  let room = 0;
  for (const each of panels) {
    const last = rows.at(-1);
    if (last && each.width <= room) {
      last.push(each);
      room -= each.width + gutter;
    } else {
      rows.push([each]);
      room = width - margin * 2 - each.width - gutter;
    }
  }
  return rows.map((row): Block => {
    const height = Math.max(...row.map((each) => each.height));
    let x = 0;
    const elements = row.map((each) => {
      const placed = moved(x, 0, each.draw(height));
      x += each.width + gutter;
      return placed;
    });
    return { height: height + gutter, elements: elements.join('') };
  });
}
