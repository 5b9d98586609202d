import { addressRule, numberRule } from './numbers.ts';
import { identifier } from './references.ts';
import { include, letter, scope, type Rule } from './rule.ts';

/*
 * The preprocessor's lines. A directive counts where a statement may begin; the rules of the blocks see to
 * that.
 */

const variable = { name: scope('variable.parameter') };
const separator: Rule = { name: scope('punctuation.separator'), match: ',' };
const names: Rule = { ...variable, match: identifier };

export function directiveRules(): readonly Rule[] {
  return [definitionRule(), conditionRule(), sequenceRule(), listRule(), includeRule()];
}

/** Goes on behind a backslash at the end of the line. */
function definitionRule(): Rule {
  return {
    name: scope('meta.definition'),
    begin: `(\\$)(${identifier})(=)`,
    end: '(?=[#!])|(?<![\\\\\\r])(?=\\r?\\n)',
    beginCaptures: {
      1: { name: scope('punctuation.definition.variable') },
      2: { name: scope('variable.other.definition') },
      3: { name: scope('keyword.operator.assignment') },
    },
    patterns: [
      { name: scope('constant.character.escape.line-continuation'), match: '\\\\(?=\\r?$)' },
      { name: scope('constant.character.escape'), match: '\\\\.' },
      include('reference'),
      include('string'),
      addressRule('(?<=[= \\t])'),
      numberRule('(?<=[= \\t])'),
      include('text'),
    ],
  };
}

/** The rest of the line is a statement. */
function conditionRule(): Rule {
  return {
    match: `(@)(\\^?)(${letter}*)`,
    captures: {
      1: { name: scope('keyword.control.conditional') },
      2: { name: scope('keyword.operator.logical') },
      3: { name: scope('entity.name.tag.config-id') },
    },
  };
}

/** `~SEQ(NAME, NUMBERS)`; the rest of the line is a statement. */
function sequenceRule(): Rule {
  return loopRule('~SEQx?', [
    { match: `(?<=\\()[ \\t]*(${identifier})`, captures: { 1: variable } },
    { name: scope('constant.numeric'), match: '(?<![^ \\t(,])[+-]?[0-9A-Fa-fxX]+(?=[ \\t,)]|$)' },
  ]);
}

/** `~LST(NAME, WORDS)`, `~LST({NAMES}, {WORDS})`; the rest of the line is a statement. */
function listRule(): Rule {
  return loopRule('~LST', [
    { match: `(?<=\\()[ \\t]*(${identifier})`, captures: { 1: variable } },
    { match: '(?<=\\()[ \\t]*\\{([^{}()#!]*)', captures: { 1: { patterns: [separator, names] } } },
    { name: scope('string.unquoted'), match: '[^ \\t,(){}#!$]+' },
  ]);
}

function loopRule(keyword: string, patterns: readonly Rule[]): Rule {
  return {
    name: scope('meta.sequence'),
    begin: `(${keyword})[ \\t]*(\\()`,
    end: '(\\))|(?=[#!]|$)',
    beginCaptures: {
      1: { name: scope('keyword.control.loop') },
      2: { name: scope('punctuation.section.parens.begin') },
    },
    endCaptures: { 1: { name: scope('punctuation.section.parens.end') } },
    patterns: [include('reference'), separator, ...patterns],
  };
}

/** Quotes mean nothing in the name of a file. */
function includeRule(): Rule {
  return {
    match: '(include[rmwba]?)[ \\t]([^#!\\n]*)',
    captures: {
      1: { name: scope('keyword.control.include') },
      2: { name: scope('string.unquoted.path'), patterns: [include('reference')] },
    },
  };
}
