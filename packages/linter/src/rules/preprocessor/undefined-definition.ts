import { placementsOf, type Location, type UndefinedDefinition } from '@kalint/parser';
import type { Node } from '../../cluster/node.ts';
import { defineRule, type Finding, type RuleContext } from '../../rule.ts';
import { editDistance, nearestName } from '../../suggest/nearest.ts';
import { isComplete } from '../../cluster/node.ts';
import { startOfLine } from '../line-edits.ts';
import { expandProblemsOf, isRejected, named, replacing, writtenAs } from './problems.ts';

/**
 * lib/parser.c, replace_param() leaves a reference whose name find_definition() does not know. What is
 * left of `${NAME}` is cut at its braces (read_line()).
 */
export const undefinedDefinition = defineRule({
  id: 'undefined-definition',
  scope: 'preprocessor',
  severity: 'error',
  summary: 'A `$NAME` or `${NAME}` refers to a definition that is not there',
  check(preprocessed, context, node) {
    if (!isComplete(node)) return;
    const almostDefined = expandProblemsOf(preprocessed, 'blank-before-equals');
    const known = new Set(almostDefined.map(({ name }) => name));
    for (const problem of expandProblemsOf(preprocessed, 'undefined-definition')) {
      if (known.has(problem.name) || isText(problem)) continue;
      known.add(problem.name);
      context.report(findingFor(problem, node, context));
    }
  },
});

function findingFor(problem: UndefinedDefinition, node: Node, { quote }: RuleContext): Finding {
  const { at, name, braces, quoted, definedLater, definedForOthers } = problem;
  const image = quote(named(at, braces ? `\${${name}}` : `$${name}`));
  const opensBlock = braces && !quoted;
  const isError = !definedForOthers && (opensBlock || isRejected(problem, node));
  const elsewhere: Location | undefined = definedLater ?? definedForOthers;
  return {
    at,
    severity: isError ? 'error' : 'warning',
    message: definedForOthers
      ? `${image} is defined for other nodes, not for this one`
      : definedLater
        ? `${image} is used before it is defined`
        : `${image} is not defined`,
    notes: [
      opensBlock
        ? 'keepalived leaves it in the line and takes its braces for those of a block: what follows is read in the wrong place'
        : 'keepalived leaves it in the line as it is',
    ],
    help: helpFor(problem, node),
    fix: renaming(problem, node),
    related: elsewhere ? [{ location: elsewhere, message: 'defined here' }] : [],
  };
}

function helpFor(
  { at, name, definedLater, definedForOthers }: UndefinedDefinition,
  { files }: Node,
): string | undefined {
  if (definedLater) return 'move the definition above its first use';
  if (definedForOthers)
    return 'define it for each node, or use it in lines with the same `@id` only';
  const near = meantBy(name, files);
  const [meant] = near;
  const isPlain = at.via.length === 0;
  if (meant !== undefined && near.length === 1) return `did you mean \`${meant}\`?`;
  return isPlain ? `define it above: \`$${name}=...\`` : undefined;
}

/** The names that come near to one, of all that the files define. */
function meantBy(name: string, files: Node['files']): readonly string[] {
  const defined = files.flatMap(({ source }) =>
    [...source.text.matchAll(/^[ \t]*(?:@\S+[ \t]+)?\$([A-Za-z_]\w*)=/gm)].map(
      ([, each = '']) => each,
    ),
  );
  return nearestName(name, new Set([...defined, ...predefinedNames])).filter(
    (each) => each !== name,
  );
}

/** A name with one letter wrong. */
function renaming(
  { at, name, braces, definedLater, definedForOthers }: UndefinedDefinition,
  { files }: Node,
): Finding['fix'] {
  const [meant, rival] = meantBy(name, files);
  if (meant === undefined || rival !== undefined || definedLater || definedForOthers)
    return undefined;
  const written = writtenAs(at, braces ? `\${${name}` : `$${name}`);
  if (!written || name.length < 3 || editDistance(name, meant) > 1) return undefined;
  const from = braces ? 2 : 1;
  return {
    title: `write \`${meant}\``,
    safety: 'safe',
    edits: [replacing(written, from, from + name.length, meant)],
  };
}

const predefinedNames = ['_PWD', '_INSTANCE', '_RANDOM', '_ENV', '_HASH', '_BANG'];

/**
 * Whether a reference may be meant as it is: a `$` in a password, in quotes, or in a command, whose own
 * variables look the same.
 */
function isText({ at, braces, quoted }: UndefinedDefinition): boolean {
  const keyword = keywordBefore(at);
  const schemas = placementsOf(keyword).map(({ schema }) => schema);
  if (schemas.some(({ secret }) => secret)) return !braces || quoted;
  const isCommand = schemas.some(
    ({ value }) => value.type === 'script' || (value.type === 'string' && value.asCommand),
  );
  return isCommand ? !braces || quoted : !braces && quoted;
}

/** What keepalived reads of a line; anything longer is a mistake of its own. */
const longestLine = 1022;

/** The first word of the line in which something stands, behind conditions, sequences and braces. */
function keywordBefore({ source, span }: Location): string {
  const start = Math.max(startOfLine(source, span.start), span.start - longestLine);
  const line = source.text.slice(start, span.start);
  const [, keyword = ''] =
    /(?:^|[{}])[ \t]*(?:@\S+[ \t]+|~(?:SEQx?|LST)\([^)]*\)[ \t]*)*([^\s{}"]+)[^{}]*$/.exec(line) ??
    [];
  return keyword;
}
