import railroad, { type Shape } from 'railroad-diagrams';
import type { Expression } from '../ebnf/expression.ts';
import { print } from '../ebnf/print.ts';
import { escapeHtml } from './html.ts';

const { Choice, Diagram, NonTerminal, OneOrMore, Optional, Sequence, Skip, Terminal, ZeroOrMore } =
  railroad;

/** An expression as an SVG element whose symbols are links. What it says stands in its title. */
export function diagramOf(expression: Expression): string {
  const diagram = Diagram(shapeOf(expression)).format(4, 4, 4, 4);
  const lines: string[] = [];
  const boxes: string[] = [];
  draw(diagram, lines, boxes);
  const { width = 0, height = 0 } = diagram.attrs;
  // An image hides what is in it from assistive technology, links too.
  const role = boxes.some((box) => box.startsWith('<a')) ? 'group' : 'img';
  return (
    `<svg role="${role}" width="${width}" height="${height}">` +
    `<title>${escapeHtml(print(expression))}</title>` +
    `<path d="${lines.join('')}"/>${boxes.join('')}</svg>`
  );
}

function shapeOf(expression: Expression): Shape {
  switch (expression.kind) {
    case 'literal':
      return marked(Terminal(expression.text), classOf(expression));
    case 'character':
      return marked(Terminal(expression.source), 'c');
    case 'symbol':
    case 'named':
      return linked(NonTerminal(labelOf(expression.name)), expression.name);
    case 'sequence':
      return expression.items.length === 0 ? Skip() : Sequence(...expression.items.map(shapeOf));
    case 'choice':
      return Choice(0, ...expression.items.map(shapeOf));
    case 'optional':
      return Optional(shapeOf(expression.item));
    case 'repetition': {
      const shape = shapeOf(expression.item);
      return expression.atLeast === 1 ? OneOrMore(shape) : ZeroOrMore(shape);
    }
    case 'remark':
      return shapeOf(expression.item);
  }
}

/** `authentication` for `block.vrrp_instance.authentication`, `setting` for `setting.vrrp_instance`. */
function labelOf(name: string): string {
  const [kind = '', ...path] = name.split('.');
  const keyword = path.at(-1);
  if (kind === 'block' && keyword !== undefined) return keyword;
  return /^(?:setting|option|last-option|line)$/.test(kind) ? kind : name;
}

function classOf({ isKeyword, anyCase }: { isKeyword: boolean; anyCase: boolean }): string {
  if (isKeyword) return 'k';
  return anyCase ? 't i' : 't';
}

function marked(shape: Shape, name: string): Shape {
  shape.attrs['class'] = name;
  return shape;
}

function linked(shape: Shape, name: string): Shape {
  shape.tagName = 'a';
  shape.attrs['href'] = `#${name}`;
  return shape;
}

/** All lines of a drawing as one path, which is a third of the size; boxes on top of it. */
function draw(shape: Shape, lines: string[], boxes: string[]): void {
  const { tagName, attrs } = shape;
  if (tagName === 'path') {
    const line = String(attrs['d']).replaceAll(/ ?([MHVmhva]) ?/g, '$1');
    if (!/^M[^a-z]*h0$/.test(line)) lines.push(line);
  } else if (tagName !== 'svg' && (attrs['class'] || attrs['href'])) {
    boxes.push(`<${tagName}${attributesOf(shape)}>${boxOf(shape)}</${tagName}>`);
    for (const child of childrenOf(shape)) {
      if (child.tagName === 'path') draw(child, lines, boxes);
    }
  } else {
    for (const child of childrenOf(shape)) draw(child, lines, boxes);
  }
}

/** A rectangle and the text in it. */
function boxOf(shape: Shape): string {
  return childrenOf(shape)
    .filter(({ tagName }) => tagName !== 'path')
    .map((child) =>
      typeof child.children === 'string'
        ? `<text${attributesOf(child)}>${escapeHtml(child.children)}</text>`
        : `<rect${attributesOf(child)}/>`,
    )
    .join('');
}

function childrenOf({ children }: Shape): readonly Shape[] {
  return typeof children === 'string' ? [] : children;
}

function attributesOf({ attrs }: Shape): string {
  return Object.entries(attrs)
    .filter(([name]) => name !== 'ry') // The same as `rx`.
    .map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`)
    .join('');
}
