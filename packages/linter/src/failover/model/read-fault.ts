import { nearest } from '../../suggest/nearest.ts';
import { parseFault, type Fault } from './faults.ts';
import type { FailoverModel, ModelNode } from './model.ts';

/** The fault of a model that somebody has written, or what is wrong with it, and what there is instead. */
export function readFault(
  text: string,
  { nodes }: FailoverModel,
): Fault | { readonly message: string } {
  const names = nodes.map(({ name }) => name);
  const fault = parseFault(text, names);
  if (!fault) return { message: describeMisread(text, nodes) };
  if (!('name' in fault)) return fault;
  const items = nodes.find(({ name }) => name === fault.node)?.items ?? [];
  const alike = items.filter(({ kind }) => kind === fault.kind).map(({ name }) => name);
  if (alike.includes(fault.name)) return fault;
  const problem = `nothing on ${quoted(fault.node)} depends on ${fault.kind} ${quoted(fault.name)}`;
  return { message: `${problem}; ${instead(fault.name, alike, namesOf(items))}` };
}

/** What is wrong with a text that is no fault of one of these nodes. */
function describeMisread(text: string, nodes: readonly ModelNode[]): string {
  const names = nodes.map(({ name }) => name);
  if (text.startsWith('link:')) {
    const problem = `${quoted(text)} is no link between two nodes`;
    return `${problem}; ${instead(text, linksAmong(names), names)}`;
  }
  const node = nodes.find(({ name }) => text.startsWith(`${name}:`));
  const [first = '', ...rest] = text.split(':');
  if (!node && rest.length > 0) return describeMissing('node', first, names);
  if (!node) return `${quoted(text)} is no fault; ${formsWith(names)}`;
  const written = text.slice(node.name.length + 1);
  if (written.startsWith('file:')) {
    return `${quoted(text)} has no number; write ${quoted(`${node.name}:file:NAME=VALUE`)}`;
  }
  const known = ['down', 'stop', ...namesOf(node.items)];
  return `${quoted(text)} is no fault; ${instead(written, known)}`;
}

function formsWith([a = 'lb1', b = 'lb2']: readonly string[]): string {
  return `write ${quoted(`${a}:down`)}, ${quoted(`${a}:script:NAME`)} or ${quoted(`link:${a}-${b}`)}`;
}

function namesOf(items: ModelNode['items']): readonly string[] {
  return items.map(({ kind, name }) => `${kind}:${name}`);
}

/** Between more nodes than these nobody's misspelt link is guessed. */
const mostLinked = 64;

function linksAmong(names: readonly string[]): readonly string[] {
  if (names.length > mostLinked) return [];
  return names.flatMap((a, index) => names.slice(index + 1).map((b) => `link:${a}-${b}`));
}

/** Says that there is nothing of a name, and what may be meant. */
export function describeMissing(what: string, name: string, known: readonly string[]): string {
  return `there is no ${what} ${quoted(name)}; ${instead(name, known)}`;
}

const mostNames = 12;

/** The names of `alike` that may be meant; when there is none, all that there is. */
function instead(name: string, alike: readonly string[], all = alike): string {
  const meant = nearest(name, alike);
  if (meant.length > 0) return didYouMean(meant);
  if (all.length === 0) return 'there is none';
  const rest = all.length - mostNames;
  const shown = all.slice(0, mostNames).map(quoted).join(', ');
  return rest > 0 ? `there is ${shown} and ${rest} more` : `there is ${shown}`;
}

/** The question after a misspelt word. */
export function didYouMean(meant: readonly string[]): string {
  return `did you mean ${meant.map(quoted).join(' or ')}?`;
}

const longestQuote = 40;

/** A name or a word for a message, between backquotes, shortened when it is long. */
export function quoted(text: string): string {
  return `\`${text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text}\``;
}
