import { nearest, parseFault, type Fault, type FailoverModel } from '@kalint/linter';

/** The fault that somebody has written, or what is wrong with it, and what there is instead. */
export function readFault(
  text: string,
  { nodes }: FailoverModel,
): Fault | { readonly mistake: string } {
  const names = nodes.map(({ name }) => name);
  const fault = parseFault(text, names);
  if (!fault) return { mistake: describeMisspelt(text, nodes) };
  if (!('name' in fault)) return fault;
  const items = nodes.find(({ name }) => name === fault.node)?.items ?? [];
  const isKnown = items.some(({ kind, name }) => kind === fault.kind && name === fault.name);
  return isKnown ? fault : { mistake: describeUnknownItem(fault, items) };
}

type ModelNode = FailoverModel['nodes'][number];
type Named = Extract<Fault, { readonly name: string }>;

function describeUnknownItem({ kind, name, node }: Named, items: ModelNode['items']): string {
  const alike = items.filter((item) => item.kind === kind).map((item) => item.name);
  const problem = `nothing on ${node} depends on ${kind} ${name}`;
  const tracked = items.map((item) => `${item.kind}:${item.name}`);
  return `${problem}; ${didYouMean(name, alike)}there is ${listed(tracked)}`;
}

function describeMisspelt(text: string, nodes: readonly ModelNode[]): string {
  const names = nodes.map(({ name }) => name);
  const there = `the nodes are ${listed(names)}`;
  if (text.startsWith('link:')) {
    const pairs = names.flatMap((a, index) => names.slice(index + 1).map((b) => `link:${a}-${b}`));
    return `${text} is no link between two nodes; ${didYouMean(text, pairs)}${there}`;
  }
  const node = names.find((name) => text.startsWith(`${name}:`));
  if (node === undefined) {
    const [name = ''] = text.split(':');
    return `${text}: there is no node ${name}; ${didYouMean(name, names)}${there}`;
  }
  const rest = text.slice(node.length + 1);
  const items = nodes.find(({ name }) => name === node)?.items ?? [];
  const known = ['down', 'stop', ...items.map(({ kind, name }) => `${kind}:${name}`)];
  if (rest.startsWith('file:'))
    return `${text} has no number; write ${node}:file:NAME=VALUE; ${node} has ${listed(known)}`;
  return `${text} is no fault; ${didYouMean(rest, known)}${node} has ${listed(known)}`;
}

function didYouMean(word: string, known: readonly string[]): string {
  const meant = nearest(word, known);
  return meant.length === 0 ? '' : `did you mean ${meant.join(' or ')}? `;
}

/** Of very many names only the first ones. */
const mostNames = 12;

function listed(names: readonly string[]): string {
  if (names.length === 0) return 'none';
  const rest = names.length - mostNames;
  const shown = names.slice(0, mostNames).join(', ');
  return rest > 0 ? `${shown} and ${rest} more` : shown;
}
