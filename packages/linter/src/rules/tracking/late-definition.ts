import type { Config, Statement, SyntaxTree, Word } from '@kalint/parser';
import { insertion, type Fix } from '../../diagnostic.ts';
import { lineEndOf, removal, startOfLine } from '../line-edits.ts';
import { defineRule } from '../../rule.ts';
import { staticLinesOf } from './static-lines.ts';
import { definitions, definitionsIn, type Definition } from './tracked-names.ts';

/**
 * Names that keepalived looks up while it reads the file: keepalived/vrrp/vrrp_track.c,
 * alloc_track_process() and alloc_track_bfd(); keepalived/trackers/track_file.c,
 * vrrp_alloc_track_file(); keepalived/vrrp/vrrp_ipaddress.c, alloc_ipaddress(), and its siblings;
 * keepalived/check/check_file.c and check_bfd.c. Scripts have a rule of their own.
 */
export const lateDefinition = defineRule({
  id: 'late-definition',
  scope: 'config',
  severity: 'error',
  summary: 'A file, process, BFD instance or track_group is named above its definition',
  check({ config, tree }, { report, quote }) {
    if (definitions.every((kind) => !config[kind])) return;
    const defined = new Map(definitions.map((kind) => [kind, firstsOf(config, kind)]));
    for (const { name, kinds, word } of referencesIn(config)) {
      const found = kinds.flatMap((kind) => defined.get(kind)?.get(name) ?? []);
      const [definition] = found;
      if (!definition || !found.every((each) => isBehind(each.word, word))) continue;
      report({
        at: word,
        message: `the ${definition.keyword} ${quote(word)} is defined only further down`,
        notes: [
          'keepalived looks names up while it reads the file: it reports that this one is not found, and ignores the line',
        ],
        help: `move the ${definition.keyword} above this line`,
        related: [{ location: definition.word, message: 'defined here' }],
        fix: moving(definition.statement, blockAround(word, tree)),
      });
    }
  },
});

/** The outermost block in which a word stands. */
function blockAround({ source, span }: Word, { items }: SyntaxTree): Statement | undefined {
  return items.find(
    (item): item is Statement =>
      item.kind === 'statement' &&
      item.source === source &&
      item.span.start <= span.start &&
      span.end <= item.span.end,
  );
}

/** Puts the lines of a block above those of another one. */
function moving({ source, span }: Statement, above: Statement | undefined): Fix | undefined {
  const lineStart = startOfLine(source, span.start);
  const behind = /^[ \t]*\r?(?:\n|$)/.test(source.text.slice(span.end));
  if (!above || source.text.slice(lineStart, span.start).trim() !== '' || !behind) return undefined;
  const block = source.text.slice(lineStart, span.end);
  const start = startOfLine(source, above.span.start);
  const lineEnd = lineEndOf(source);
  return {
    title: 'move it above',
    safety: 'safe',
    edits: [
      insertion(source, start, block + lineEnd + lineEnd),
      removal(source, { start: lineStart, end: span.end }),
    ],
  };
}

/** The definitions of a kind by their names, of each name the first. */
function firstsOf(config: Config, kind: Definition['keyword']): ReadonlyMap<string, Definition> {
  const found = definitionsIn(config, [kind]).map((each) => [each.name, each] as const);
  return new Map(found.reverse());
}

interface Reference {
  readonly name: string;
  readonly kinds: readonly (typeof definitions)[number][];
  readonly word: Word;
}

const ofFiles = ['track_file', 'vrrp_track_file'] as const;

function referencesIn(config: Config): readonly Reference[] {
  return [...inTrackers(config), ...inChecks(config), ...inStaticLines(config)];
}

function inTrackers(config: Config): readonly Reference[] {
  const blocks = [...(config.vrrp_instance ?? []), ...(config.vrrp_sync_group ?? [])];
  return blocks.flatMap(({ track_file, track_process, track_bfd }) => {
    const lists = [
      { list: track_file, kinds: ofFiles },
      { list: track_process, kinds: ['vrrp_track_process'] },
      { list: track_bfd, kinds: ['bfd_instance'] },
    ] as const;
    return lists.flatMap(({ list, kinds }) =>
      (list?.entries ?? []).map(({ value, word }) => ({ name: value.name.value, kinds, word })),
    );
  });
}

function inChecks({ virtual_server: services = [] }: Config): readonly Reference[] {
  const servers = services.flatMap(({ real_server = [] }) => real_server);
  return servers.flatMap(({ FILE_CHECK: files = [], BFD_CHECK: sessions = [] }) => [
    ...files.flatMap(({ track_file: setting }) =>
      (setting?.words ?? []).map((word) => ({ name: word.text, kinds: ofFiles, word })),
    ),
    ...sessions.flatMap(({ name: setting }) =>
      (setting?.words ?? []).map((word) => ({
        ...{ name: word.text, word },
        kinds: ['bfd_instance'] as const,
      })),
    ),
  ]);
}

function inStaticLines(config: Config): readonly Reference[] {
  return staticLinesOf(config).flatMap(({ value: { track_group: group } }) =>
    (group?.words ?? []).map((word) => ({
      ...{ name: word.text, word },
      kinds: ['track_group'] as const,
    })),
  );
}

/** Within one file; which of two files comes first is not known here. */
function isBehind(definition: Word, { source, span }: Word): boolean {
  return definition.source === source && definition.span.start > span.start;
}
