import { mostFaults, rules } from '@kalint/linter';
import { configurationSchema } from '../../packages/cli/src/configuration/content.ts';
import type { Schema } from '../../packages/cli/src/configuration/form.ts';
import type { Artefact } from './artefact.ts';

/** What editors complete and check configuration files with. */
export const configurationJsonSchema: Artefact = {
  path: 'packages/cli/schema/configuration.schema.json',
  text: () => JSON.stringify(configurationSchema(rules)),
};

/** The page about the configuration file; its table is the schema. */
export const configurationPage: Artefact = {
  path: 'docs/configuration.md',
  text: () =>
    [
      '# The configuration file',
      '',
      '<!-- Written by `pnpm generate` from packages/cli/src/configuration/content.ts. -->',
      '',
      ...opening,
      '',
      '## Settings',
      '',
      '| setting | value | says |',
      '| --- | --- | --- |',
      ...rowsOf(configurationSchema(rules), ''),
      '',
      ...closing,
      '',
    ].join('\n'),
};

const schemaUrl = `https://raw.githubusercontent.com/kalint/kalint/main/${configurationJsonSchema.path}`;

const opening = [
  'What kalint should know of a project stands in `kalint.config.yaml` (or `.yml`), or in',
  '`kalint.config.json`:',
  '',
  '```yaml kalint.config.yaml',
  'keepalivedVersion: debian-12',
  'rules:',
  '  equal-priority: error',
  '  unused-script: off',
  'clusters:',
  '  - name: web',
  '    nodes:',
  '      - name: lb1',
  '        file: lb1/keepalived.conf',
  '        addresses:',
  '          eth0: [192.0.2.11/24]',
  '      - name: lb2',
  '        file: lb2/keepalived.conf',
  '        addresses:',
  '          eth0: [192.0.2.12/24]',
  '    expectations:',
  '      - healthy: lb1',
  '      - when lb1:down -> lb2 within 5s',
  '      - never split-brain',
  '```',
  '',
  '[`kalint init`](clusters.md#a-configuration-file-for-what-is-there) writes one for the files that it',
  'finds.',
  '',
  '`kalint` without files checks the clusters that it names, each by itself. With files it checks',
  'these, with the settings of the nearest configuration file: in the folder of the first file, or in',
  'one above it. `--config FILE` names another one, `--no-config` uses none, and `--print-config`',
  'prints what a check would work with. What the command line says counts more than the file: `--rule`',
  'for that rule, `--config-id` for all files; `--include-root` adds folders.',
  '',
  'Files of its clusters stay together whatever they share with others, also when they are found in a',
  'folder; [how other files are grouped](clusters.md) is said elsewhere. `kalint failover` examines',
  'each cluster, or with `--cluster NAME` one of them.',
  '',
  'JSON and YAML have the same content. YAML is YAML 1.2, in which `off` is a text; anchors are read,',
  'but references to them (`*name`) are not followed, and there are no tags. Everything that is wrong',
  'is said at once, with its line and column, and nothing is checked then: the exit status is 2.',
  '',
  '## In an editor',
  '',
  'Editors complete and check the file with',
  '[its schema](../packages/cli/schema/configuration.schema.json). In JSON by a setting:',
  '',
  '```json',
  `{ "$schema": "${schemaUrl}" }`,
  '```',
  '',
  'In YAML, where the editor has the YAML language server, by a first line:',
  '',
  '```yaml',
  `# yaml-language-server: $schema=${schemaUrl}`,
  '```',
];

const closing = [
  '## What it cannot do',
  '',
  'A configuration file comes with a project, and what kalint reads may appear in its report. So the',
  'file cannot make kalint read what it likes: the files of nodes and the folders of `includeRoots` lie',
  'in [the project](inputs.md#included-files) in which the configuration file lies, symbolic links',
  'followed, and not in its `.git`. `--include-root FOLDER` on the command line allows another folder,',
  'also for the files of nodes. A configuration file that is found, not named by `--config`, must',
  'itself lie in the project. kalint writes nothing that it names, unless `--fix` or',
  '`--update-baseline` asks for it.',
  '',
  '## Expectations',
  '',
  'An expectation is one line about who is master. `kalint failover` checks it against everything that',
  'can happen, and prints the shortest way in which it fails.',
  '',
  '| expectation | holds when |',
  '| --- | --- |',
  '| `healthy: lb1` | lb1 is master while nothing is broken |',
  '| `when lb1:script:chk -> lb2` | the check fails, and lb2 is master once all has settled |',
  '| `when lb1:down -> lb2 within 5s` | and after five seconds at most |',
  '| `when lb1:down, lb2:interface:eth0 -> lb3` | both have happened, in whatever order |',
  '| `when lb1:down -> lb2 or lb3` | one of the two is master, and no other one |',
  '| `after repair of lb1:down -> lb1` | lb1 has been down, and is back |',
  '| `never no-master with 1 fault` | no single fault leaves nobody as master |',
  '| `never split-brain` | no faults make two masters, nor is it so while nothing is broken |',
  '| `never undecided` | equal priorities, or the order of events, never leave it to chance who is master |',
  '',
  'It is expected of every virtual router of the cluster. A name restricts it to one:',
  '`healthy VI_1: lb1`, `VI_1: when lb1:down -> lb2`, `VI_1: never split-brain`.',
  '',
  'Faults are written as for `kalint failover --fail`: `lb1:down` (power), `lb1:stop` (keepalived ends',
  'as it should), `lb1:script:NAME`, `lb1:interface:NAME`, `lb1:process:NAME`, `lb1:file:NAME=VALUE`,',
  `\`lb1:bfd:NAME\`, \`link:lb1-lb2\` (advertisements between the two are lost). Up to ${mostFaults} can be`,
  'named, or counted.',
  '',
  '`never` looks at faults of hosts and of what they track, as many at once as `--max-faults` says, or',
  'as the expectation does. It does not look at links: a link that is cut between two nodes always',
  'makes two masters, and `never split-brain` would never hold. What should be so then can be said:',
  '`when link:lb1-lb2 -> lb1`. Of two nodes, two faults can always leave none: `never no-master` needs',
  'a `with 1 fault` there.',
  '',
  'The time is the longest that is possible, from the last fault until the master holds the addresses;',
  'when nothing moves, no time has passed. When chance decides, an expectation holds only if it holds',
  'either way.',
  '',
  'Blanks and commas end a name; between double quotes they do not, and `\\"` and `\\\\` stand for a',
  'quote and a backslash: `when lb1:script:"my check" -> lb2`. YAML reads `- healthy: lb1` as a pair of',
  'two texts; kalint takes it for what it looks like, and in JSON `"healthy: lb1"` and',
  '`{ "healthy": "lb1" }` are the same. A line of YAML with two colons, as',
  "`- 'VI_1: healthy: lb1'`, needs quotes.",
];

/** A row for each setting, those within it after it; the rules have a list of their own. */
function rowsOf(schema: Schema, path: string): readonly string[] {
  const { properties, items } = schema;
  if (isSchema(items)) return rowsOf(items, `${path}[]`);
  if (!isSchema(properties) || path === 'rules') return [];
  const required: readonly unknown[] = Array.isArray(schema['required']) ? schema['required'] : [];
  return Object.entries(properties).flatMap(([name, setting]) => {
    if (!isSchema(setting)) return [];
    const full = path === '' ? name : `${path}.${name}`;
    const must = required.includes(name) ? ' Required.' : '';
    const usual =
      setting['default'] === undefined ? '' : ` By default \`${String(setting['default'])}\`.`;
    const says = `${String(setting['description'])}${usual}${must}`;
    const row = `| \`${full}\` | ${cell(valueOf(setting, full))} | ${cell(says)} |`;
    return [row, ...rowsOf(setting, full)];
  });
}

function valueOf({ type, enum: values, items, examples }: Schema, path: string): string {
  const example: unknown = Array.isArray(examples) ? examples[0] : undefined;
  const such = example === undefined ? '' : `, such as \`${JSON.stringify(example)}\``;
  if (path === 'rules')
    return `an object: [rule](rules/README.md) to \`error\`, \`warning\`, \`info\` or \`off\`${such}`;
  if (path === 'keepalivedVersion')
    return `a release, or [a distribution](inputs.md#releases-and-distributions)${such}`;
  if (Array.isArray(values)) return values.map((each) => `\`${String(each)}\``).join(', ');
  if (type === 'array')
    return `a list of ${isSchema(items) && items['type'] === 'object' ? 'objects' : 'texts'}${such}`;
  if (type === 'integer') return `a number${such}`;
  return `${type === 'object' ? 'an object: name to a list of texts' : 'a text'}${such}`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
