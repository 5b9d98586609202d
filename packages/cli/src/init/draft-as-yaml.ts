import { describePlaces, describeReason } from '../clusters/reason-text.ts';
import { invisible, visible } from '../terminal/visible.ts';
import type { Draft, DraftCluster, DraftNode } from './draft.ts';
import { schemaAddress } from './schema-address.ts';

/*
 * The YAML library writes whatever is printable as it is, characters that turn the direction of text among them,
 * and half of what is written here are comments. So the few shapes that there are are written by hand, each text
 * between quotes that could be anything but a word.
 */

/** The draft as YAML, with comments that say what else could be written. */
export function draftAsYaml({ keepalivedVersion, clusters }: Draft): string {
  return [
    `# yaml-language-server: $schema=${schemaAddress}`,
    '# Written by kalint init. Everything that can stand here: docs/configuration.md of kalint.',
    '',
    '# The keepalived that will read the files: a release, or a distribution that ships one.',
    keepalivedVersion === undefined
      ? '# keepalivedVersion: debian-12'
      : `keepalivedVersion: ${scalar(keepalivedVersion)}`,
    '',
    '# Which rules run (minimal, recommended, strict), and how severe single ones are.',
    '# profile: recommended',
    '# rules: { equal-priority: error }',
    '',
    '# What is left out where kalint looks for files itself.',
    '# ignore: [old, "*.bak"]',
    '',
    'clusters:',
    ...clusters.flatMap(clusterLines),
    '',
  ].join('\n');
}

function clusterLines({ name, nodes, reasons }: DraftCluster, at: number): readonly string[] {
  const [first, second] = nodes.map((node) => node.name);
  const isExample = at === 0 && first !== undefined && second !== undefined;
  return [
    ...(reasons.length === 0 && nodes.length === 1
      ? ['  # It shares nothing with the others.']
      : []),
    ...reasons
      .slice(0, mostReasons)
      .map(
        (reason) =>
          `  # ${visible(`${describeReason(reason)} (${describePlaces(reason.places)})`)}`,
      ),
    `  - name: ${scalar(name)}`,
    '    nodes:',
    ...nodes.flatMap(nodeLines),
    ...(isExample
      ? [
          '    # What must hold when something fails; kalint failover checks it.',
          '    # expectations:',
          `    #   - ${visible(`healthy: ${first}`)}`,
          `    #   - ${visible(`when ${first}:down -> ${second} within 5s`)}`,
          '    #   - never split-brain with 1 fault',
        ]
      : []),
  ];
}

/** More are found with --explain-clusters. */
const mostReasons = 4;

function nodeLines({ name, file, configId, addresses }: DraftNode): readonly string[] {
  const [first, ...more] = [
    ...(name === undefined ? [] : [`name: ${scalar(name)}`]),
    `file: ${scalar(file)}`,
    ...(configId === undefined ? [] : [`configId: ${scalar(configId)}`]),
    ...(addresses.size > 0
      ? [`# addresses: { ${[...addresses].map(addressEntry).join(', ')} }`]
      : []),
  ];
  return [`      - ${first ?? ''}`, ...more.map((line) => `        ${line}`)];
}

function addressEntry([link, addresses]: readonly [string, readonly string[]]): string {
  return `${scalar(link)}: [${addresses.map(scalar).join(', ')}]`;
}

/** A text that every YAML, and every JSON, reads as that text. */
function scalar(text: string): string {
  return isWord(text) ? text : quoted(text);
}

/** Nothing that some YAML takes for a number, a date, a time, true or false, or nothing. */
function isWord(text: string): boolean {
  if (/^\d+(?:\.\d+){3}$/.test(text)) return true;
  return /^[A-Za-z][\w./-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
}

function quoted(text: string): string {
  const inside = text
    .replace(/[\\"]/g, '\\$&')
    .replace(invisible('g'), (character) => escaped(character.codePointAt(0) ?? 0));
  return `"${inside}"`;
}

function escaped(code: number): string {
  const digits = code.toString(16);
  return code > 0xffff ? `\\U${digits.padStart(8, '0')}` : `\\u${digits.padStart(4, '0')}`;
}
