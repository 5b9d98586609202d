import fc from 'fast-check';
import { lineSchemas, type LineType } from '../../src/schema/lines.ts';
import { interfaces, type Context } from './names.ts';
import { serverGroupLine } from './settings.ts';
import { presentWords } from './values.ts';

/** A line of a free-form block. */
export type Line = readonly [string, ...string[]];

/** Lines that a block of this type reads without a problem, no two of them about the same thing. */
export function freeFormLines(type: LineType, context: Context): fc.Arbitrary<readonly Line[]> {
  const known = knownNames(type, context);
  if (known) return namedLines(known, type, context);
  const line =
    type === 'virtual-server-group-entry'
      ? serverGroupLine(context)
      : presentWords(lineSchemas[type], context);
  return fc
    .uniqueArray(line.map(toLine), { minLength: 1, maxLength: 4, selector: subjectOf })
    .map((lines) => lines.slice(0, 4));
}

/** The addresses of a block must differ, whatever prefixes they have. */
function subjectOf([first, second]: Line): string {
  return first === 'fwmark' ? `${first} ${second ?? ''}` : first.replace(/\/.*/, '');
}

function toLine([first = '', ...rest]: readonly string[]): Line {
  return [first, ...rest];
}

/** Lines that begin with a name, and for which only some names make sense. */
function knownNames(type: LineType, { names, path }: Context): readonly string[] | undefined {
  switch (type) {
    case 'tracked-script':
      return names.scripts;
    case 'tracked-bfd':
      return names.bfdInstances;
    case 'tracked-file':
      return names.trackFiles;
    case 'tracked-process':
      return names.processes;
    case 'tracked-interface':
      // Neither an instance's own interface nor one that its group tracks, too.
      return path[0] === 'vrrp_instance' ? interfaces.slice(2, 3) : interfaces.slice(3);
    case 'instance':
      return names.instances;
    case 'interface':
      // Those of garp_group; the first ones have a delay of their own.
      return interfaces.slice(2);
    default:
      return undefined;
  }
}

/** Each name at most once; where the group needs all, each once. */
function namedLines(
  known: readonly string[],
  type: LineType,
  context: Context,
): fc.Arbitrary<readonly Line[]> {
  const needsAll = type === 'instance' || type === 'interface';
  const chosen = needsAll ? fc.constant([...known]) : fc.subarray([...known]);
  return chosen.chain((some) =>
    fc.tuple(
      ...some.map((name) =>
        presentWords(lineSchemas[type], context).map(([, ...rest]): Line => [name, ...rest]),
      ),
    ),
  );
}
