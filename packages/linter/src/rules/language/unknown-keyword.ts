import type { Release, UnknownKeyword } from '@kalint/parser';
import type { Node } from '../../cluster/node.ts';
import { defineRule, type Finding, type RuleContext } from '../../rule.ts';
import { editDistance, nearest } from '../../suggest/nearest.ts';
import { unknownKeywordNote } from './consequence.ts';
import { foreignSyntaxIn } from './foreign-syntax.ts';
import { problemsOf } from './problems.ts';
import { renaming } from './rename.ts';
import { allKeywords, homesOf, keywordsOf, listed, placeName, schemaIn } from './vocabulary.ts';

/** Reported by lib/parser.c, process_stream(); the line, with its block, is skipped. */
export const unknownKeyword = defineRule({
  id: 'unknown-keyword',
  scope: 'config',
  severity: 'error',
  summary: 'A line begins with a word that is no keyword of keepalived',
  check(node, context) {
    for (const problem of problemsOf(node, 'unknown-keyword')) {
      const { keyword } = problem.statement;
      if (homesOf(keyword.text, context.release).length > 0) continue;
      context.report(
        foreignSyntaxIn(problem, node, context) ?? misspelling(problem, node, context),
      );
    }
  },
});

function misspelling(
  problem: UnknownKeyword,
  node: Node,
  { release, quote }: RuleContext,
): Finding {
  const { statement, block } = problem;
  const { keyword } = statement;
  const { words, isClear } = meantBy(problem, release);
  const [meant] = words;
  return {
    at: keyword,
    message: `unknown keyword ${quote(keyword)} ${placeName(block)}`,
    notes: [unknownKeywordNote(statement)],
    help: helpFor(problem, words, release),
    fix:
      meant !== undefined && isClear && !schemaIn(block, meant)?.deprecated
        ? renaming(node, statement, meant, safetyOf(keyword.text, meant))
        : undefined,
  };
}

/**
 * Words of other languages, or of habit, for a keyword; one that is near to another keyword would be
 * taken for it. Nothing is repaired by them: they are not misspelt.
 */
const synonyms: ReadonlyMap<string, string> = new Map([
  ['https_get', 'SSL_GET'],
  ['https_check', 'SSL_GET'],
  ['ssl_check', 'SSL_GET'],
  ['http_check', 'HTTP_GET'],
  ['icmp_check', 'PING_CHECK'],
  // For these there is no check but that of a script.
  ['sctp_check', 'MISC_CHECK'],
  ['mysql_check', 'MISC_CHECK'],
  ['ldap_check', 'MISC_CHECK'],
  ['ftp_check', 'MISC_CHECK'],
  ['notify_slave', 'notify_backup'],
  ['notify_primary', 'notify_master'],
  ['notify_secondary', 'notify_backup'],
  ['vrid', 'virtual_router_id'],
  ['vip', 'virtual_ipaddress'],
  ['virtual_ip', 'virtual_ipaddress'],
  ['misc_script', 'misc_path'],
  ['command', 'script'],
  ['failed', 'fall'],
  ['fails', 'fall'],
]);

interface Meant {
  readonly words: readonly string[];
  /** Whether only one word can be meant. */
  readonly isClear: boolean;
}

/** The nearest keywords; rather those that take a block when there is one, and none when not. */
function meantBy({ statement, block }: UnknownKeyword, release: Release): Meant {
  // A definition that is nowhere made.
  if (statement.keyword.text.startsWith('$')) return { words: [], isClear: false };
  const known = keywordsOf(block, release);
  const synonym = synonyms.get(statement.keyword.text.toLowerCase());
  if (synonym !== undefined) {
    const isKnown = [...known].includes(synonym);
    return { words: isKnown ? [synonym] : [], isClear: false };
  }
  const near = nearest(statement.keyword.text, known);
  const fitting = near.filter((word) => {
    const schema = schemaIn(block, word);
    const takesBlock = schema?.keywords !== undefined || schema?.lines !== undefined;
    return takesBlock === (statement.block !== undefined);
  });
  return { words: fitting.length > 0 ? fitting : near, isClear: fitting.length === 1 };
}

function helpFor(
  problem: UnknownKeyword,
  meant: readonly string[],
  release: Release,
): string | undefined {
  if (meant.length > 0) {
    const deprecated =
      meant.length === 1 ? schemaIn(problem.block, meant[0] ?? '')?.deprecated : undefined;
    const question = `did you mean ${listed(meant.map((word) => `\`${word}\``))}?`;
    return deprecated ? `${question} It is deprecated: use ${deprecated.use}` : question;
  }
  if (isMember(problem)) return 'the names of the instances stand in a `group` block';
  const { text } = problem.statement.keyword;
  const [elsewhere] = text.startsWith('$') ? [] : nearest(text, allKeywords(release));
  return elsewhere && `\`${elsewhere}\` stands ${placeName(...homesOf(elsewhere, release))}`;
}

/** `FTP_CHECK` is near to `TCP_CHECK`, and something else. */
function safetyOf(word: string, meant: string): 'safe' | 'unsafe' {
  const [a, b] = [word.toLowerCase(), meant.toLowerCase()];
  const isPart = b.startsWith(`${a}_`) || b.endsWith(`_${a}`);
  return isPart || editDistance(a, b) < 2 ? 'safe' : 'unsafe';
}

/** Members of a group stand in a block of their own. */
function isMember({ statement, block }: UnknownKeyword): boolean {
  const around = block.at(-1);
  const isGroup = around === 'vrrp_sync_group' || around === 'track_group';
  return isGroup && !statement.block && statement.words.length === 0;
}
