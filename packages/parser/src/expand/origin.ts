import type { Origin } from '../text/origin.ts';
import type { Location } from '../text/source-file.ts';
import { cover, type Span } from '../text/span.ts';
import type { Piece, Trail } from './traced-text.ts';

/** A word has few pieces; what is longer (a block) needs no full account of all of them. */
const piecesAccounted = 16;

/** Finds the origins of adjacent pieces. */
export interface Origins {
  /**
   * The place is where the user wrote the line: for a piece from a definition it is the reference, and the
   * definition is a step behind it. Undefined when there is no piece.
   */
  readonly of: (pieces: readonly Piece[], context: Trail | undefined) => Origin | undefined;
  /** The steps out of what a piece is put out in: a sequence, an include line. */
  readonly steps: (context: Trail | undefined) => readonly Location[];
}

/** The origin of a single piece. */
interface Known {
  readonly piece: Piece;
  readonly context: Trail | undefined;
  readonly origin: Origin;
}

/**
 * Thousands of words come the same way out of a sequence (`stepTo`): what is made of it is shared, else
 * this would be most of what an expanded tree needs of time and memory.
 */
export function createOrigins(): Origins {
  const locations = new Map<Trail, Location>();
  const locationBehind: ToLocation = (trail) => {
    const step = locations.get(trail) ?? locationOf(trail);
    locations.set(trail, step);
    return step;
  };
  const contexts = new Map<Trail, readonly Location[]>();
  const stepsOf = (context: Trail | undefined): readonly Location[] => {
    if (!context) return noSteps;
    const known = contexts.get(context) ?? outwards(context).map(locationBehind);
    contexts.set(context, known);
    return known;
  };
  const words = new Map<Trail, Map<number, Known>>();
  const ofOne = (piece: Piece, within: Trail, context: Trail | undefined): Origin => {
    const behind = words.get(within) ?? new Map<number, Known>();
    words.set(within, behind);
    const known = behind.get(piece.start);
    if (known && known.context === context && isSame(known.piece, piece)) return known.origin;
    const origin = originOf(piece, [piece], stepsOf(context), locationBehind);
    behind.set(piece.start, { piece, context, origin });
    return origin;
  };
  return {
    steps: stepsOf,
    of: (pieces, context) => {
      const [first] = pieces;
      if (!first) return undefined;
      return pieces.length === 1 && first.within
        ? ofOne(first, first.within, context)
        : originOf(first, pieces, stepsOf(context), locationBehind);
    },
  };
}

const noSteps: readonly Location[] = [];

type ToLocation = (trail: Trail) => Location;

function originOf(
  first: Piece,
  pieces: readonly Piece[],
  contexts: readonly Location[],
  toLocation: ToLocation,
): Origin {
  const home = placeOf(first);
  const { source } = home;
  let { start, end } = home;
  for (const piece of pieces) {
    const place = placeOf(piece);
    if (place.source !== source) continue;
    if (place.start < start) ({ start } = place);
    if (place.end > end) ({ end } = place);
  }
  const span = { start, end };
  const definitions: Location[] = [];
  for (let index = 0; index < Math.min(pieces.length, piecesAccounted); index++) {
    const piece = pieces[index];
    if (!piece?.within) continue;
    addToLine(definitions, locationOf(piece));
    for (let trail = piece.within; trail.outer; trail = trail.outer)
      addToLine(definitions, toLocation(trail));
  }
  if (definitions.length === 0) return { source, span, via: contexts };
  const steps = definitions.filter((place) => !isAmong(place, contexts));
  return { source, span, via: contexts.length > 0 ? [...steps, ...contexts] : steps };
}

function isAmong({ source, span: { start, end } }: Location, steps: readonly Location[]): boolean {
  return steps.some(
    (step) => step.source === source && step.span.start === start && step.span.end === end,
  );
}

/** The steps of a way, from the inside. */
function outwards(from: Trail | undefined): readonly Trail[] {
  const steps: Trail[] = [];
  for (let trail = from; trail; trail = trail.outer) steps.push(trail);
  return steps;
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
function addToLine(places: Location[], place: Location): void {
  const { source, span } = place;
  for (let index = 0; index < places.length; index++) {
    const known = places[index];
    if (known?.source !== source) continue;
    const covered = cover(known.span, span);
    if (!isOneLine(source.text, covered)) continue;
    places[index] = { source, span: covered };
    return;
  }
  places.push(place);
}

function isOneLine(text: string, { start, end }: Span): boolean {
  const newline = text.indexOf('\n', start);
  return newline === -1 || newline >= end;
}

function isSame(a: Place, b: Place): boolean {
  return a.start === b.start && a.end === b.end && a.source === b.source;
}
