import { homepage, type Diagnostic, type Fix, type RelatedLocation } from '@kalint/linter';
import type { Location as Place } from '@kalint/parser';
import type {
  ArtifactLocation,
  Location,
  Log,
  Notification,
  PhysicalLocation,
  Region,
  ReportingDescriptor,
  Result,
} from 'sarif';
import { pageForTerminal } from '../rules/page-for-terminal.ts';
import type { RuleEntry } from '../rules/rule-book.ts';
import { noColours } from '../terminal/colour.ts';
import { printableJson } from '../terminal/printable-json.ts';
import { visible } from '../terminal/visible.ts';
import { version } from '../version.ts';
import { explanationOf, rangeOf, singleFindings } from './findings.ts';
import { fingerprintsOf } from './fingerprint.ts';
import type { Report } from './report.ts';

/*
 * SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), as GitHub's code scanning reads it
 * (https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning).
 * The file says nothing of the machine on which it is made: the same input gives the same bytes.
 */

/** GitHub refuses a run that has more. */
const mostResults = 25_000;

/** In a short or a full description, says GitHub. */
const longestDescription = 1024;

/**
 * @param book what is known of the rules; one that is not in it has a name only
 * @param pathInProject absolute for files outside the project
 */
export function reportAsSarif(
  report: Report,
  book: readonly RuleEntry[],
  pathInProject: (path: string) => string,
): string {
  const { kept, left } = worst(singleFindings(report));
  const artifactOf = artifactLocations(pathInProject);
  const ids = [...new Set(kept.map(({ rule }) => rule))].sort();
  const fingerprints = fingerprintsOf(
    kept.map(({ rule, location: { source, span } }) => ({
      rule,
      file: pathInProject(source.path),
      line: report.lineAt(source, span.start),
    })),
  );
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'kalint',
            version,
            semanticVersion: version,
            informationUri: homepage,
            rules: ids.map((id) => descriptorOf(id, book)),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {
          [projectRoot]: { description: { text: 'The top folder of the project.' } },
        },
        invocations: [
          { executionSuccessful: true, toolExecutionNotifications: left > 0 ? [rest(left)] : [] },
        ],
        artifacts: report.files.map((path) => ({
          location: artifactOf(path),
          roles: ['analysisTarget'],
        })),
        results: kept.map((finding, index) => ({
          ...resultOf(finding, artifactOf),
          ruleIndex: ids.indexOf(finding.rule),
          partialFingerprints: { 'kalint/v1': fingerprints[index] ?? '' },
        })),
      },
    ],
  };
  return printableJson(log);
}

/** As many findings as may be in a run; of too many the worst, in their old order. */
function worst(findings: readonly Diagnostic[]): {
  readonly kept: readonly Diagnostic[];
  readonly left: number;
} {
  if (findings.length <= mostResults) return { kept: findings, left: 0 };
  const bySeverity = (['error', 'warning', 'info'] as const).flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity),
  );
  const chosen = new Set(bySeverity.slice(0, mostResults));
  const kept = findings.filter((finding) => chosen.has(finding));
  return { kept, left: findings.length - kept.length };
}

function rest(left: number): Notification {
  const text = `${left} more findings are not in this file, which may have ${mostResults}; none of them is more severe.`;
  return { level: 'warning', message: { text } };
}

/** Rules are told apart by their names; what else is said of one is for people. */
function descriptorOf(id: string, book: readonly RuleEntry[]): ReportingDescriptor {
  const entry = book.find((each) => each.id === id);
  if (!entry) return { id, shortDescription: { text: id } };
  const { severity, summary, url, scope, page } = entry;
  return {
    id,
    shortDescription: { text: shortened(summary) },
    fullDescription: { text: shortened(`${summary}. ${reasonIn(page)}`) },
    help: { text: pageForTerminal(entry, noColours), markdown: withAbsoluteLinks(page, url) },
    helpUri: url,
    defaultConfiguration: { level: levels[severity] },
    properties: {
      tags: ['keepalived', scope],
      'problem.severity': severity === 'info' ? 'recommendation' : severity,
    },
  };
}

/** The first paragraph of what a page says about why, on one line and without marks. */
function reasonIn(page: string): string {
  const [paragraph = ''] = (page.split(/^## Why\n+/m)[1] ?? '').split('\n\n');
  return paragraph
    .replaceAll('\n', ' ')
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/`|\*\*/g, '');
}

function shortened(text: string): string {
  return text.length <= longestDescription ? text : `${text.slice(0, longestDescription - 1)}…`;
}

/** Links to other pages, which are nowhere near a reader of the file. */
function withAbsoluteLinks(page: string, url: string): string {
  return page.replace(/\]\(([^)\s]+)\)/g, (_, target: string) => `](${new URL(target, url).href})`);
}

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

type ArtifactOf = (path: string) => ArtifactLocation;

function resultOf(finding: Diagnostic, artifactOf: ArtifactOf): Result {
  const { rule, severity, message, location, related, fix } = finding;
  const text = [`${message}.`, ...explanationOf(finding)].map(plainText).join('\n');
  return {
    ruleId: rule,
    level: levels[severity],
    message: { text },
    locations: [{ physicalLocation: physical(location, artifactOf) }],
    ...(related.length > 0 && {
      relatedLocations: related.map((each, index) => relatedLocation(each, index, artifactOf)),
    }),
    ...(fix && fix.edits.length > 0 && { fixes: [fixOf(fix, artifactOf)] }),
  };
}

function relatedLocation(
  { location, message }: RelatedLocation,
  id: number,
  artifactOf: ArtifactOf,
): Location {
  return {
    id,
    physicalLocation: physical(location, artifactOf),
    message: { text: plainText(message) },
  };
}

function physical(place: Place, artifactOf: ArtifactOf): PhysicalLocation {
  return { artifactLocation: artifactOf(place.source.path), region: regionOf(place) };
}

function regionOf(place: Place): Region {
  const { start, end } = rangeOf(place);
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

/** The changes of each file together. */
function fixOf(
  { title, safety, edits }: Fix,
  artifactOf: ArtifactOf,
): NonNullable<Result['fixes']>[number] {
  const sources = [...new Set(edits.map(({ source }) => source))];
  const warning = safety === 'safe' ? '' : ' (changes what keepalived does)';
  return {
    description: { text: plainText(title) + warning },
    artifactChanges: sources.map((source) => ({
      artifactLocation: artifactOf(source.path),
      replacements: edits
        .filter((edit) => edit.source === source)
        .map((edit) => ({ deletedRegion: regionOf(edit), insertedContent: { text: edit.text } })),
    })),
  };
}

/**
 * A text that no viewer takes for more: in a message `[text](target)` is a link, and `{0}` stands for an argument
 * (sections 3.11.5 and 3.11.6).
 */
function plainText(text: string): string {
  return visible(text)
    .replaceAll('](', '] (')
    .replace(/\{(?=\d+\})/g, '{ ');
}

const projectRoot = '%SRCROOT%';

function artifactLocations(pathInProject: (path: string) => string): ArtifactOf {
  const known = new Map<string, ArtifactLocation>();
  return (path) => {
    const location = known.get(path) ?? artifactLocation(pathInProject(path));
    known.set(path, location);
    return location;
  };
}

/** `lb1/a%20b.conf` in the project, `file:///etc/...` elsewhere. */
function artifactLocation(path: string): ArtifactLocation {
  const uri = path.split('/').map(encodeSegment).join('/');
  if (path.startsWith('/')) return { uri: `file://${uri}` };
  return /^[a-z]:\//i.test(path) ? { uri: `file:///${uri}` } : { uri, uriBaseId: projectRoot };
}

/** A name may hold anything, even half a character. */
function encodeSegment(name: string): string {
  return encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\ufffd'));
}
