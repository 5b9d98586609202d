import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { lint, type LintOptions } from '@kalint/linter';
import { isRelease, type SourceFile } from '@kalint/parser';
import { targetOf } from '@kalint/linter/testing';
import { reportAsCheckstyle } from '../../src/reporters/checkstyle.ts';
import { reportAsCompact } from '../../src/reporters/compact.ts';
import { reportAsGcc } from '../../src/reporters/gcc.ts';
import { reportAsGithub } from '../../src/reporters/github.ts';
import { reportAsGitlab } from '../../src/reporters/gitlab.ts';
import { reportAsJson } from '../../src/reporters/json.ts';
import { reportAsJunit } from '../../src/reporters/junit.ts';
import { reportAsMarkdown } from '../../src/reporters/markdown.ts';
import type { Format } from '../../src/reporters/output.ts';
import { reportForPeople } from '../../src/reporters/pretty.ts';
import { reportAsRdjson } from '../../src/reporters/rdjson.ts';
import type { Report } from '../../src/reporters/report.ts';
import { reportOf } from '../../src/reporters/report-of.ts';
import { reportAsSarif } from '../../src/reporters/sarif.ts';
import { reportAsTap } from '../../src/reporters/tap.ts';
import { noColours } from '../../src/terminal/colour.ts';
import { ruleBook } from '../../../../scripts/rule-book.ts';

const book = ruleBook();

/** Files are called by the project as they are here. */
const asItIs = (path: string): string => path;

/** Every format, none may be missing. */
export const reporters: Readonly<Record<Format, (report: Report) => string>> = {
  pretty: (report) => reportForPeople(report, noColours),
  compact: reportAsCompact,
  json: (report) => reportAsJson(report).join(''),
  sarif: (report) => reportAsSarif(report, book, asItIs),
  github: (report) => reportAsGithub(report, asItIs),
  gitlab: (report) => reportAsGitlab(report, asItIs),
  junit: reportAsJunit,
  checkstyle: reportAsCheckstyle,
  gcc: reportAsGcc,
  rdjson: reportAsRdjson,
  tap: reportAsTap,
  markdown: reportAsMarkdown,
};

/** What a check of files, as the nodes of one cluster, has to report. */
export function reportOn(sources: readonly SourceFile[], options: LintOptions = {}): Report {
  return reportOf(lint(sources, options), sources);
}

const fixtures = join(import.meta.dirname, '../../../../fixtures');

/** A report for each fixture: a file, or a folder whose files are the nodes of a cluster. */
export function fixtureReports(): readonly Report[] {
  return groupsIn('').map((paths) => {
    const sources = paths.map((path) => ({
      path,
      text: readFileSync(join(fixtures, path), 'utf8'),
    }));
    const release = sources.map(targetOf).find((target) => target !== undefined);
    return reportOn(sources, {
      profile: 'strict',
      ...(release !== undefined && isRelease(release) && { release }),
    });
  });
}

function groupsIn(folder: string): readonly (readonly string[])[] {
  const names = readdirSync(join(fixtures, folder)).sort();
  const paths = names.map((name) => join(folder, name));
  const folders = paths.filter((path) => statSync(join(fixtures, path)).isDirectory());
  const files = paths.filter((path) => !folders.includes(path));
  const isCluster = /^rules\/[^/]+\/|^failover\/|^sample/.test(folder);
  const own = isCluster && files.length > 0 ? [files] : files.map((file) => [file]);
  return [...own, ...folders.flatMap(groupsIn)];
}
