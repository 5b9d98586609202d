import fc from 'fast-check';
import type { BlockPath, Release } from '../../src/index.ts';

/** The interfaces that generated configurations use. */
export const interfaces = ['eth0', 'eth1', 'eth2', 'eth3'] as const;

/** What the statements of one configuration call each other by. */
export interface Names {
  readonly instances: readonly string[];
  readonly syncGroups: readonly string[];
  readonly scripts: readonly string[];
  readonly trackFiles: readonly string[];
  /** For vrrp_track_file, as track_file was called. */
  readonly oldTrackFiles: readonly string[];
  readonly processes: readonly string[];
  readonly bfdInstances: readonly string[];
  readonly trackGroups: readonly string[];
  readonly serverGroups: readonly string[];
}

/** What a value has to agree with. */
export interface Context {
  readonly release: Release;
  readonly names: Names;
  /** The addresses of an instance, or of a virtual server, are of one family. */
  readonly family: 4 | 6;
  /** Which of several blocks of its kind it stands in, from 0. */
  readonly index: number;
  /** The first line of the block of the top level that it stands in. */
  readonly header: readonly string[];
  /** The keywords of the blocks around it. */
  readonly path: BlockPath;
}

/** The names that a word of this notation may be; undefined when it refers to nothing. */
export function namesCalled(syntax: string, names: Names): readonly string[] | undefined {
  const kind = notations[syntax];
  return kind && names[kind];
}

const notations: Readonly<Record<string, keyof Names>> = {
  '<VRRP_INSTANCE>': 'instances',
  '<GROUP>': 'trackGroups',
  '<TRACK_FILE NAME>': 'trackFiles',
  '<BFD INSTANCE NAME>': 'bfdInstances',
};

/** A name as operators give them. */
const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_.-]{0,11}$/);

/** Names for everything that may be referred to, all different. */
export const names: fc.Arbitrary<Names> = fc
  .uniqueArray(name, { minLength: 28, maxLength: 28 })
  .chain((all) => {
    const some = (from: number, min: number): fc.Arbitrary<readonly string[]> =>
      fc.integer({ min, max: 3 }).map((count) => all.slice(from, from + count));
    return fc.record({
      instances: some(0, 1),
      scripts: some(3, 0),
      trackFiles: some(6, 1),
      oldTrackFiles: some(9, 0),
      processes: some(12, 0),
      bfdInstances: some(15, 1),
      trackGroups: some(18, 1),
      serverGroups: some(21, 1),
      // An instance can be in one group only, and keepalived finds a group of one odd.
      syncGroups: fc.constant(all.slice(24, 25)),
    });
  })
  .map((all) => (all.instances.length > 1 ? all : { ...all, syncGroups: [] }));
