import { isIP } from 'node:net';
import type { Profile, Rule, Severity } from '@kalint/linter';
import { distributions, releases } from '@kalint/parser';
import { isMap, isScalar } from 'yaml';
import { describeUnknown } from '../releases.ts';
import { describeUnknownRule } from '../unknown-rule.ts';
import {
  described,
  list,
  named,
  oneOf,
  placed,
  settings,
  text,
  textLike,
  wholeNumber,
  type Form,
  type Placed,
  type Schema,
} from './form.ts';

/* What a configuration file may say: the types, how they are read, and the schema, all from here. */

/** A configuration file as it is written: paths count from its folder, and nothing was looked up. */
export interface Content {
  readonly $schema?: string;
  readonly keepalivedVersion?: string;
  readonly profile?: Profile;
  readonly rules?: ReadonlyMap<string, Severity | 'off'>;
  readonly includeRoots?: readonly Placed<string>[];
  readonly ignore?: readonly string[];
  readonly failOn?: Severity | 'never';
  readonly maxWarnings?: number;
  readonly baseline?: Placed<string>;
  readonly clusters?: readonly Placed<ClusterContent>[];
}

export interface ClusterContent {
  readonly name?: Placed<string>;
  readonly nodes: readonly Placed<NodeContent>[];
  readonly expectations?: readonly Placed<string>[];
}

export interface NodeContent {
  readonly name?: Placed<string>;
  readonly file: Placed<string>;
  readonly configId?: string;
  readonly addresses?: ReadonlyMap<string, readonly string[]>;
}

/** What is known of a rule that a configuration may set. */
export type KnownRule = Pick<Rule, 'id' | 'summary'>;

const levels = ['error', 'warning', 'info', 'off'] as const satisfies readonly (Severity | 'off')[];
const failLevels = ['error', 'warning', 'info', 'never'] as const satisfies readonly (
  Severity | 'never'
)[];
const profiles = ['minimal', 'recommended', 'strict'] as const satisfies readonly Profile[];

/** The form of the whole file. */
export function contentForm(rules: readonly KnownRule[]): Form<Content> {
  const ids = rules.map(({ id }) => id);
  return settings<Content>({
    $schema: described('The schema of this file, for editors. kalint does not look at it.', text),
    keepalivedVersion: described(
      'The keepalived that will read the files: a release, or a distribution that ships one. ' +
        'The newest known one by default.',
      oneOf([...releases, ...Object.keys(distributions)], describeUnknown),
      { examples: ['debian-12'] },
    ),
    profile: described(
      'Which rules run: `minimal`, only what keepalived rejects and what breaks the cluster; ' +
        '`recommended`, also what does not work as its author means; `strict`, also how things ' +
        'are better done.',
      oneOf(profiles),
      { default: 'recommended' },
    ),
    rules: described(
      'How severe the findings of single rules are, by the ids of the rules; `off` switches a ' +
        'rule off. A rule that is set runs in any profile.',
      named(oneOf(levels), {
        known: new Map(rules.map(({ id, summary }) => [id, summary])),
        describeOther: (id) => describeUnknownRule(id, ids),
      }),
      { examples: [{ 'equal-priority': 'error', 'unused-script': 'off' }] },
    ),
    includeRoots: described(
      'Folders whose files may be included, besides the project of the file that includes ' +
        'them. They lie in the project of this file; `--include-root` allows others.',
      list(placed(path)),
      { examples: [['common']] },
    ),
    ignore: described(
      'Files that are left out where kalint looks for files in folders and by patterns: globs ' +
        'that count from the folder of this file. One without a slash fits a name at any depth, ' +
        'one that fits a folder fits all that is in it. A file that somebody names is not left out.',
      list(glob),
      { examples: [['old', '*.bak', 'lab/**/draft-*.conf']] },
    ),
    failOn: described(
      'The least severe findings that make the exit status 1; `never`: none do.',
      oneOf(failLevels),
      { default: 'error' },
    ),
    maxWarnings: described(
      'More warnings than this make the exit status 1, too, unless `failOn` is `never`.',
      wholeNumber,
      { examples: [0] },
    ),
    baseline: described(
      'The file of the findings that are known, and not reported. It lies in the project of this ' +
        'file; `--update-baseline` writes it, `--no-baseline` does without.',
      placed(path),
      { examples: ['kalint.baseline.json'] },
    ),
    clusters: described(
      'The clusters of this project. `kalint` without files checks them, each by itself.',
      list(placed(clusterForm())),
    ),
  });
}

const path = textLike(/\S/, 'a path');

/** Longer ones are no patterns that anybody wrote. */
const glob = textLike(/^(?=.{0,1000}$).*\S/, 'a glob of at most 1000 characters');

function clusterForm(): Form<ClusterContent> {
  return settings<ClusterContent>(
    {
      name: described('What the cluster is called in messages.', placed(name)),
      nodes: described(
        'Its nodes. A file belongs to one cluster only.',
        list(placed(nodeForm()), 1),
      ),
      expectations: described(
        'What must hold of it; `kalint failover` checks it. The language stands below.',
        list(placed(expectation)),
        { examples: [['healthy: lb1', 'when lb1:down -> lb2 within 5s', 'never split-brain']] },
      ),
    },
    ['nodes'],
  );
}

const name = textLike(/\S/, 'a name');

/** Faults and expectations are written with it: `lb1:down`, `link:lb1-lb2`. */
const nodeName = textLike(
  /^(?!link$)[^\s:,"]+$/,
  'a name without blanks, quotes, commas and colons, other than `link`',
);

function nodeForm(): Form<NodeContent> {
  return settings<NodeContent>(
    {
      name: described(
        'What the node is called in failover reports, faults and expectations. By default the ' +
          "file's name without its ending where no two are alike, else its folder's name, else " +
          'the path; of a file with `@id` lines the id.',
        placed(nodeName),
        { examples: ['lb1'] },
      ),
      file: described(
        'Its keepalived.conf, counted from the folder of this file. It lies in the project of ' +
          'this file, or in a folder that `--include-root` allows.',
        placed(path),
        { examples: ['lb1/keepalived.conf'] },
      ),
      configId: described(
        'Which of the nodes of a file with `@id` lines it is, as `keepalived -i`.',
        textLike(/^[^\s@^]\S*$/, 'an id, without its @'),
        { examples: ['lb1'] },
      ),
      addresses: described(
        'The addresses of its interfaces that keepalived does not put there, by the names of ' +
          'the interfaces, the primary one first. Of two masters with equal priority the higher ' +
          'primary address stays.',
        named(list(address)),
        { examples: [{ eth0: ['192.0.2.11/24', '2001:db8::11/64'] }] },
      ),
    },
    ['file'],
  );
}

/** An address and, if anybody wants to write it, its prefix. */
const address: Form<string> = {
  schema: { type: 'string', pattern: '^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$' },
  read: (written, report) => {
    const value = text.read(written, report);
    if (value === undefined || isAddress(value)) return value;
    report({ at: written.at, message: 'it should be an address, such as 192.0.2.11/24' });
    return undefined;
  },
};

function isAddress(value: string): boolean {
  const [, host = '', prefix = '0'] = /^([^/%]+)(?:\/(\d{1,3}))?$/.exec(value) ?? [];
  const longest = { 0: -1, 4: 32, 6: 128 }[isIP(host)] ?? -1;
  return Number(prefix) <= longest;
}

/** YAML makes a pair of `healthy: lb1` where it has no quotes. */
const expectation: Form<string> = {
  schema: {
    anyOf: [
      { type: 'string' },
      {
        type: 'object',
        minProperties: 1,
        maxProperties: 1,
        additionalProperties: { type: 'string' },
      },
    ],
  },
  read: (written, report) => {
    const { node } = written;
    if (!isMap(node)) return text.read(written, report);
    const [pair, second] = node.items;
    const { key, value } = pair ?? {};
    if (!second && isScalar<unknown>(key) && isScalar<unknown>(value)) {
      if (typeof key.value === 'string' && typeof value.value === 'string')
        return `${key.value}: ${value.value}`;
    }
    report({ at: written.at, message: 'it should be an expectation, such as `healthy: lb1`' });
    return undefined;
  },
};

/** The schema of the whole file. */
export function configurationSchema(rules: readonly KnownRule[]): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'kalint.config.json, kalint.config.yaml',
    description: 'What kalint should know of a project.',
    ...contentForm(rules).schema,
  };
}
