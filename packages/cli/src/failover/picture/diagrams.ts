import type { RouterView, Row } from '../view/view.ts';
import { ladderPicture } from './ladder.ts';
import type { Picture } from './picture.ts';
import { timelinePicture } from './timeline.ts';

/** More ladders than these are not drawn of a table; the worst come first. */
const mostLadders = 24;

/** A row, and its ladder. */
export interface LadderFigure {
  readonly row: Row;
  readonly picture: Picture;
}

/** The ladders of all tables of a virtual router. */
export function laddersOf({ tables }: RouterView): readonly LadderFigure[] {
  return tables.flatMap(({ rows }) =>
    rows
      .flatMap((row) => (row.ladder ? [{ row, picture: ladderPicture(row.ladder, row) }] : []))
      .slice(0, mostLadders),
  );
}

export function timelinePicturesOf({ timelines }: RouterView): readonly Picture[] {
  return timelines.map(timelinePicture);
}

/** What the marks of the pictures mean. */
export const ladderLegend =
  'Each node stands where its priority puts it, before and after. Filled: it holds the addresses. Dashed: it may. Cross: it takes no part.';
export const timelineLegend =
  'Thin line: the addresses cannot have moved yet. Box: they move at some time within. Bar: the node named has them.';
