import type { Location } from '../text/source-file.ts';
import { cover, type Span } from '../text/span.ts';
import type { Piece, Trail } from './traced-text.ts';

/** Where something of the expanded text was written. */
export interface Origin extends Location {
  /**
   * The steps from there to the expanded text, the outermost last: the place in a definition, the
   * `~SEQ` line, the include line.
   */
  readonly via: readonly Location[];
}

/** A word has few pieces; what is longer (a block) needs no full account of all of them. */
const piecesAccounted = 16;

/**
 * The origin of adjacent pieces. The place is where the user wrote the line: for a piece from a
 * definition it is the reference, and the definition is a step behind it.
 */
export function originOf(pieces: readonly Piece[], context: Trail | undefined): Origin | undefined {
  const [first] = pieces;
  if (!first) return undefined;
  const { source, start, end } = placeOf(first);
  let span: Span = { start, end };
  for (const piece of pieces) {
    const place = placeOf(piece);
    if (place.source === source) span = cover(span, place);
  }
  const definitions: Location[] = [];
  for (const piece of pieces.slice(0, piecesAccounted)) {
    if (!piece.within) continue;
    addToLine(definitions, piece);
    for (let trail = piece.within; trail.outer; trail = trail.outer) addToLine(definitions, trail);
  }
  const contexts: Location[] = [];
  for (let trail = context; trail; trail = trail.outer) contexts.push(locationOf(trail));
  const isContext = (location: Location): boolean =>
    contexts.some((known) => isSame(known, location));
  return { source, span, via: [...definitions.filter((place) => !isContext(place)), ...contexts] };
}

type Place = Pick<Trail, 'source' | 'start' | 'end'>;

/** Where the line was written that holds the piece. */
function placeOf(piece: Piece): Place {
  let place: Piece | Trail = piece;
  for (let trail = piece.within; trail; trail = trail.outer) place = trail;
  return place;
}

function locationOf({ source, start, end }: Place): Location {
  return { source, span: { start, end } };
}

/** Adds a place; what lies in one line becomes one place. */
function addToLine(places: Location[], place: Place): void {
  const { source } = place;
  const index = places.findIndex(
    (known) => known.source === source && isOneLine(source.text, cover(known.span, place)),
  );
  const known = places[index];
  if (known) places[index] = { source, span: cover(known.span, place) };
  else places.push(locationOf(place));
}

function isOneLine(text: string, { start, end }: Span): boolean {
  const newline = text.indexOf('\n', start);
  return newline === -1 || newline >= end;
}

function isSame(a: Location, b: Location): boolean {
  return a.source === b.source && a.span.start === b.span.start && a.span.end === b.span.end;
}
