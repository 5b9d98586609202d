import { compareReleases, type Release } from '@kalint/parser';

/** Something that the preprocessor understands. */
export interface Feature {
  /** In a sentence. */
  readonly name: string;
  /** The first release whose lib/parser.c has it. */
  readonly since: Release;
}

const include: Feature = { name: '`include`', since: '1.1.14' };
const checkedInclude: Feature = { name: 'an include with checks', since: '2.2.0' };
const braces: Feature = { name: '`{a,b}` in an include', since: '1.3.8' };
const condition: Feature = { name: '`@id`', since: '1.3.0' };
const negatedCondition: Feature = { name: '`@^id`', since: '1.3.7' };
const definition: Feature = { name: 'a definition', since: '1.4.0' };
const sequence: Feature = { name: '`~SEQ`', since: '2.0.9' };
const hexadecimalSequence: Feature = { name: '`~SEQx`', since: '2.1.0' };
const list: Feature = { name: '`~LST`', since: '2.1.0' };

const predefined: ReadonlyMap<string, Feature> = new Map(
  (
    [
      ['_PWD', '1.4.3'],
      ['_INSTANCE', '2.0.1'],
      ['_RANDOM', '2.0.15'],
      ['_HASH', '2.1.4'],
      ['_BANG', '2.1.4'],
      ['_ENV', '2.4.0'],
    ] as const
  ).map(([name, since]) => [name, { name: `\`\${${name}}\``, since }]),
);

const directives = [
  include,
  checkedInclude,
  braces,
  condition,
  negatedCondition,
  definition,
  sequence,
  hexadecimalSequence,
  list,
];

/** Whether a release has all of them. */
export function knowsAll(release: Release): boolean {
  return [...directives, ...predefined.values()].every(
    ({ since }) => compareReleases(release, since) >= 0,
  );
}

/** What a directive needs, from its beginning. */
export function featuresOfDirective(text: string): readonly Feature[] {
  switch (text[0]) {
    case '@':
      return [text.startsWith('@^') ? negatedCondition : condition];
    case '$':
      return [definition];
    case '~':
      return [
        text.startsWith('~LST') ? list : text.startsWith('~SEQx') ? hexadecimalSequence : sequence,
      ];
    default: {
      const form = /^include[rmwba]/.test(text) ? checkedInclude : include;
      return /[^\\]\{/.test(text) ? [form, braces] : [form];
    }
  }
}

/** What a reference needs: `${_PWD}`, `$_PWD`; undefined for those that a file defines. */
export function featureOfReference(name: string): Feature | undefined {
  return predefined.get(name);
}
