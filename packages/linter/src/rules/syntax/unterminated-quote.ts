import {
  type SourceFile,
  type Span,
  type Statement,
  type SyntaxTree,
  type Word,
} from '@kalint/parser';
import { type Fix, insertion, location } from '../../diagnostic.ts';
import { takesCommand } from '../language/vocabulary.ts';
import { statementsIn } from '../statements.ts';
import { defineRule } from '../../rule.ts';

/**
 * lib/parser.c: decomment() reports "Unterminated quote", alloc_strvec_r() "Unmatched quote" and
 * drops the word. Commands are read once more, with single quotes (alloc_strvec_quoted_escaped_common(),
 * "missing terminating"), and their handlers use the missing result: release 2.2.7 crashes.
 */
export const unterminatedQuote = defineRule({
  id: 'unterminated-quote',
  scope: 'syntax',
  severity: 'error',
  summary: 'A quote is opened and not closed on its line',
  check(tree, { report }) {
    for (const { source, span, inCommand, isEmpty, canClose } of openQuotes(tree)) {
      const quote = source.text.charAt(span.start);
      report({
        severity: isEmpty ? 'warning' : undefined,
        at: location(source, span),
        message: `this \`${quote}\` is never closed`,
        notes: [
          isEmpty
            ? 'keepalived takes it for no command at all, and says nothing'
            : inCommand
              ? 'keepalived reports "missing terminating" and drops the command; some releases crash (2.2.7: segmentation fault)'
              : 'keepalived reports "Unterminated quote" and drops the word; a quote cannot go on to the next line',
        ],
        help: `close the quote on the same line`,
        fix: canClose ? closing(source, span, quote) : undefined,
      });
    }
  },
});

interface OpenQuote {
  readonly source: SourceFile;
  readonly span: Span;
  readonly inCommand: boolean;
  /** Nothing is in the command before the quote, or behind one that is all of it. */
  readonly isEmpty: boolean;
  /** Whether it is clear that the quote was meant to end where the line does. */
  readonly canClose: boolean;
}

function openQuotes(tree: SyntaxTree): readonly OpenQuote[] {
  const commands = commandsOf(tree);
  const found: OpenQuote[] = [];
  for (const problem of tree.problems) {
    if (problem.kind !== 'unterminated-quote') continue;
    const { source } = problem;
    const { start } = problem.span;
    const text = source.text.slice(start, problem.span.end).trimEnd();
    found.push({
      source,
      span: { start, end: start + text.length },
      inCommand: commands.some(
        (command) =>
          command.source === source && command.span.start <= start && start < command.span.end,
      ),
      isEmpty: false,
      canClose: !/[{}#!'\\]/.test(text),
    });
  }
  for (const command of commands) {
    const span = openSingleQuote(command);
    const { source } = command;
    if (!span || found.some((each) => each.source === source && overlap(each.span, span))) continue;
    const isEmpty = beginsEmpty(command);
    found.push({ source, span, inCommand: true, isEmpty, canClose: false });
  }
  return found;
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The lines whose keyword takes a command. */
function commandsOf(tree: SyntaxTree): readonly Statement[] {
  const commands: Statement[] = [];
  for (const { statement } of statementsIn(tree)) {
    if (statement.words.length > 0 && takesCommand(statement.keyword.text))
      commands.push(statement);
  }
  return commands;
}

/**
 * Where the command of a line has a `'` without its partner. An unquoted command ends with its line,
 * and a quoted one is split into its arguments by the same rules once more.
 */
function openSingleQuote({ words: [first, ...more] }: Statement): Span | undefined {
  if (!first) return undefined;
  if (first.quoted) return within(first.source, inside(first));
  const end = (more.at(-1) ?? first).span.end;
  return within(first.source, { start: first.span.start, end });
}

/** `''` and what touches it, or a single `'` and nothing else. */
function beginsEmpty({ words: [first, ...more] }: Statement): boolean {
  return first?.text.startsWith("''") === true || (first?.text === "'" && more.length === 0);
}

function inside({ span }: Word): Span {
  return { start: span.start + 1, end: span.end - 1 };
}

function within({ text }: SourceFile, { start, end }: Span): Span | undefined {
  let quote = '';
  let opened = start;
  for (let at = start; at < end; at++) {
    const character = text.charAt(at);
    if (character === '\\') at++;
    else if (quote === character) quote = '';
    else if (quote === '' && (character === '"' || character === "'")) {
      quote = character;
      opened = at;
    }
  }
  return quote === "'" ? { start: opened, end } : undefined;
}

function closing(source: SourceFile, span: Span, quote: string): Fix {
  const isAlone = span.end - span.start === 1;
  return isAlone
    ? { title: `remove the \`${quote}\``, safety: 'safe', edits: [{ source, span, text: '' }] }
    : {
        title: `close the quote at the end of the line`,
        safety: 'safe',
        edits: [insertion(source, span.end, quote)],
      };
}
