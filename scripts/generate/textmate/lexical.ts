import { directiveRules } from './directives.ts';
import { numberRules } from './numbers.ts';
import { referenceRules } from './references.ts';
import {
  include,
  scope,
  statementEnd,
  wordEnd,
  wordStart,
  type Repository,
  type Rule,
} from './rule.ts';

/*
 * What is the same in all blocks. Every statement takes the rest of its line, so between statements is
 * where a statement may begin; that is how a directive is told from a word.
 */

/** Letters, and a `$` or a backslash that means nothing. */
const plainText = '[^ \\t\\r\\n\\f\\x0B"{}#!$\\\\]+|[$\\\\]';

export const lexicalRules: Repository = {
  comment: {
    patterns: [
      commentRule('#', 'comment.line.number-sign'),
      commentRule('!', 'comment.line.exclamation-mark'),
    ],
  },

  /** Ends at the end of the line, closed or not. */
  string: {
    name: scope('string.quoted.double'),
    begin: '"',
    end: '"|$',
    beginCaptures: { 0: { name: scope('punctuation.definition.string.begin') } },
    endCaptures: { 0: { name: scope('punctuation.definition.string.end') } },
    patterns: [
      { name: scope('constant.character.escape'), match: '\\\\.' },
      ...referenceRules('(?=[ \\t,)]|\\r?$)'),
    ],
  },

  /** In commands only; braces and comments count inside (lib/parser.c, decomment()). */
  'single-quoted': {
    name: scope('string.quoted.single'),
    begin: "'",
    end: `'|${statementEnd}`,
    beginCaptures: { 0: { name: scope('punctuation.definition.string.begin') } },
    endCaptures: { 0: { name: scope('punctuation.definition.string.end') } },
    patterns: [include('word-parts')],
  },

  /** What may stand in any line. */
  'word-parts': {
    patterns: [include('escape'), include('reference'), include('string')],
  },

  escape: { name: scope('constant.character.escape'), match: '\\\\[#!"]' },

  /** Without braces only where a blank, `,`, `)`, a comment or the end of the line follows. */
  reference: { patterns: referenceRules('(?=[ \\t,)#!]|\\r?$)') },

  directive: { patterns: directiveRules() },

  ...numberRules,

  boolean: {
    name: scope('constant.language.boolean'),
    match: `${wordStart}(?:true|on|yes|false|off|no)${wordEnd}`,
  },

  command: {
    patterns: [
      include('single-quoted'),
      {
        name: scope('string.unquoted.command'),
        match: '[^ \\t\\r\\n\\f\\x0B"{}#!\'$\\\\]+|[$\\\\]',
      },
    ],
  },

  text: { name: scope('string.unquoted'), match: plainText },

  title: { name: scope('entity.name.section'), match: plainText },

  /** A keyword that no table knows stays plain: a newer keepalived may know it. */
  'unknown-statement': {
    begin: `(?=[^ \\t\\r\\n\\f\\x0B{}#!])`,
    end: statementEnd,
    patterns: [include('word-parts')],
  },

  /** Has no name of its own: deep nesting must not make long lists of scopes. */
  'unknown-block': {
    begin: '\\{',
    end: '\\}',
    beginCaptures: { 0: { name: scope('punctuation.section.block.begin') } },
    endCaptures: { 0: { name: scope('punctuation.section.block.end') } },
    patterns: [
      include('comment'),
      include('directive'),
      include('unknown-statement'),
      include('unknown-block'),
    ],
  },

  'stray-brace': { name: scope('invalid.illegal.stray-brace'), match: '\\}' },
};

function commentRule(mark: string, name: string): Rule {
  return {
    name: scope(name),
    match: `(${mark}).*$`,
    captures: { 1: { name: scope('punctuation.definition.comment') } },
  };
}
