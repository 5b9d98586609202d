import type { Config, Entry, Location, Statement, TrackedItem, Word } from '@kalint/parser';
import { isComplete } from '../../cluster/node.ts';
import { defineRule } from '../../rule.ts';
import { nearestName } from '../../suggest/nearest.ts';
import { staticLinesOf } from '../tracking/static-lines.ts';
import { trackFilesOf } from '../tracking/tracked-names.ts';

/**
 * Names that keepalived looks up, and reports when it does not find them: keepalived/vrrp/vrrp_track.c,
 * alloc_track_process() and alloc_track_bfd(); keepalived/trackers/track_file.c, vrrp_alloc_track_file();
 * keepalived/vrrp/vrrp_sync.c, vrrp_sync_set_group(); keepalived/check/check_file.c and check_bfd.c.
 * Scripts have a rule of their own.
 */
export const unknownReference = defineRule({
  id: 'unknown-reference',
  scope: 'config',
  severity: 'error',
  summary: 'A name stands for a file, process, BFD instance or VRRP instance that is not defined',
  check(node, { report, quote }) {
    // It may be defined in a file that was not read.
    if (!isComplete(node)) return;
    const found = references(node.config);
    if (found.length === 0) return;
    const defined = definedNames(node.config);
    for (const { name, kind, at, isLate } of found) {
      if (defined[kind].has(name) || name.includes('$')) continue;
      const [meant, rival] = nearestName(name, defined[kind].keys());
      const word = meant === undefined ? undefined : defined[kind].get(meant);
      report({
        at,
        severity: isLate ? 'warning' : undefined,
        message: `there is no ${kind} ${quote(at)}`,
        notes: [
          isLate
            ? 'keepalived reports it when it starts, though not with `-t`, and ignores the line'
            : 'keepalived reports that it is not found, and ignores the line',
        ],
        help: word ? `did you mean ${quote(word)}?` : `define the ${kind}, or remove the line`,
        related: word ? [{ location: word, message: 'defined here' }] : [],
        fix:
          meant !== undefined && rival === undefined
            ? {
                title: `write \`${meant}\``,
                safety: 'safe',
                edits: [{ source: at.source, span: at.span, text: meant }],
              }
            : undefined,
      });
    }
  },
});

type Kind = 'track_file' | 'vrrp_track_process' | 'bfd_instance' | 'vrrp_instance' | 'track_group';

interface Reference {
  readonly name: string;
  readonly kind: Kind;
  readonly at: Location & Pick<Word, 'text' | 'via'>;
  /** keepalived looks for it only when it starts. */
  readonly isLate?: true;
}

type Defined = Readonly<Record<Kind, ReadonlyMap<string, Word>>>;

function definedNames(config: Config): Defined {
  return {
    track_file: namesOf(trackFilesOf(config)),
    vrrp_track_process: namesOf(config.vrrp_track_process ?? []),
    bfd_instance: namesOf(config.bfd_instance ?? []),
    vrrp_instance: namesOf(config.vrrp_instance ?? []),
    track_group: namesOf(config.track_group ?? []),
  };
}

type Named = { readonly statements: readonly [{ readonly words: readonly Word[] }, ...unknown[]] };

function namesOf(blocks: readonly Named[]): ReadonlyMap<string, Word> {
  return new Map(
    blocks
      .flatMap(({ statements: [{ words }] }) => words.slice(0, 1))
      .map((word) => [word.text, word]),
  );
}

function references(config: Config): readonly Reference[] {
  return [
    ...trackedNames(config),
    ...membersOf(config),
    ...checkedNames(config),
    ...groupsOf(config),
    ...syncDaemonOf(config),
  ];
}

/** vrrp_complete_init() in keepalived/vrrp/vrrp.c looks for it, but not under -t. */
function syncDaemonOf({ global_defs }: Config): readonly Reference[] {
  const instance = global_defs?.lvs_sync_daemon?.value.inst;
  const at = instance?.words[0];
  return instance && at
    ? [{ name: instance.value, kind: 'vrrp_instance' as const, at, isLate: true }]
    : [];
}

function trackedNames(config: Config): readonly Reference[] {
  const found: Reference[] = [];
  for (const block of [...(config.vrrp_instance ?? []), ...(config.vrrp_sync_group ?? [])]) {
    addTracked(found, 'track_file', block.track_file);
    addTracked(found, 'vrrp_track_process', block.track_process);
    addTracked(found, 'bfd_instance', block.track_bfd);
  }
  return found;
}

function addTracked(found: Reference[], kind: Kind, list: TrackList | undefined): void {
  for (const { value, word } of list?.entries ?? []) {
    found.push({ name: value.name.value, kind, at: word });
  }
}

interface TrackList {
  readonly entries: readonly Entry<TrackedItem>[];
}

function membersOf(config: Config): readonly Reference[] {
  return (config.vrrp_sync_group ?? []).flatMap(({ group }) =>
    (group?.entries ?? [])
      .filter(({ word, statement }) => !isBehindSlashes(word, statement))
      .map(({ value, word }) => ({ name: value, kind: 'vrrp_instance' as const, at: word })),
  );
}

/** Somebody meant a comment, which is reported as such. */
function isBehindSlashes(word: Word, { keyword, words }: Statement): boolean {
  const slashes = [keyword, ...words].find(({ text }) => text.startsWith('//'));
  return slashes !== undefined && word.span.start >= slashes.span.start;
}

function checkedNames(config: Config): readonly Reference[] {
  const found: Reference[] = [];
  for (const { real_server = [] } of config.virtual_server ?? []) {
    for (const { FILE_CHECK = [], BFD_CHECK = [] } of real_server) {
      for (const { track_file } of FILE_CHECK) found.push(...named('track_file', track_file));
      for (const { name } of BFD_CHECK) found.push(...named('bfd_instance', name));
    }
  }
  return found;
}

function named(
  kind: Kind,
  setting: { readonly value: string; readonly words: readonly Word[] } | undefined,
): readonly Reference[] {
  const at = setting?.words[0];
  return setting && at ? [{ name: setting.value, kind, at }] : [];
}

/** The track groups that static addresses, routes and rules are tied to. */
function groupsOf(config: Config): readonly Reference[] {
  return staticLinesOf(config).flatMap(({ value: { track_group: group } }) => {
    const at = group?.words[0];
    return group && at ? [{ name: group.value, kind: 'track_group' as const, at }] : [];
  });
}
