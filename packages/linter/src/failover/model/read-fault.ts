import { nearest } from '../../suggest/nearest.ts';
import { parseFault, type Fault } from './faults.ts';
import type { FailoverModel, ItemKind } from './model.ts';

/** The fault of a model that somebody has written, or what is wrong with it, and what there is instead. */
export function readFault(
  text: string,
  { nodes }: FailoverModel,
): Fault | { readonly message: string } {
  const names = nodes.map(({ name }) => name);
  const fault = parseFault(text, names);
  if (!fault) return { message: describeMisread(text, names) };
  if (!('name' in fault)) return fault;
  const items = nodes.find(({ name }) => name === fault.node)?.items ?? [];
  const known = items.filter(({ kind }) => kind === fault.kind).map(({ name }) => name);
  if (known.includes(fault.name)) return fault;
  return {
    message: describeMissing(`${fault.kind} that ${fault.node} tracks,`, fault.name, known),
  };
}

const kinds: readonly (ItemKind | 'down' | 'stop')[] = [
  'down',
  'stop',
  'script',
  'interface',
  'process',
  'file',
  'bfd',
];

const forms = 'write lb1:down, lb1:stop, lb1:script:NAME, lb1:file:NAME=VALUE or link:lb1-lb2';

/** What is wrong with a text that is no fault of one of these nodes. */
function describeMisread(text: string, nodes: readonly string[]): string {
  if (text.startsWith('link:')) return `${quoted(text)} is no link between two nodes; ${forms}`;
  const node = nodes.find((name) => text.startsWith(`${name}:`));
  const [first = '', ...rest] = text.split(':');
  if (node === undefined && rest.length > 0) return describeMissing('node', first, nodes);
  const [kind = ''] = node === undefined ? [] : text.slice(node.length + 1).split(':');
  const meant = nearest(kind, kinds).filter((each) => each !== kind);
  return `${quoted(text)} is no fault; ${meant.length > 0 ? didYouMean(meant) : forms}`;
}

/** Says that there is nothing of a name, and what may be meant. */
export function describeMissing(what: string, name: string, known: readonly string[]): string {
  const problem = `there is no ${what} ${quoted(name)}`;
  const meant = nearest(name, known);
  if (meant.length > 0) return `${problem}; ${didYouMean(meant)}`;
  return known.length > 0 && known.length <= mostNames
    ? `${problem}; there is ${known.map(quoted).join(', ')}`
    : problem;
}

const mostNames = 8;

/** The question after a misspelt word. */
export function didYouMean(meant: readonly string[]): string {
  return `did you mean ${meant.map(quoted).join(' or ')}?`;
}

const longestQuote = 40;

/** A name or a word for a message, between backquotes, shortened when it is long. */
export function quoted(text: string): string {
  return `\`${text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text}\``;
}
