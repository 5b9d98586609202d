/* What reports need besides the usual ones to standard output; loaded only for them. */
import { pathsInProject } from '../disk/paths-in-project.ts';
import { readRuleBook } from '../rules/rule-book.ts';
import { reportAsCheckstyle } from './checkstyle.ts';
import { reportAsCompact } from './compact.ts';
import { reportAsGcc } from './gcc.ts';
import { reportAsGithub } from './github.ts';
import { reportAsGitlab } from './gitlab.ts';
import { reportAsJunit } from './junit.ts';
import { reportAsMarkdown } from './markdown.ts';
import type { Format } from './output.ts';
import { reportAsRdjson } from './rdjson.ts';
import type { Report } from './report.ts';
import { reportAsSarif } from './sarif.ts';
import { reportAsTap } from './tap.ts';

export { writeReport } from '../disk/write-report.ts';

/** A report in one of the formats that are loaded only when they are wanted. */
export function reportAs(format: Exclude<Format, 'pretty' | 'json'>, report: Report): string {
  switch (format) {
    case 'compact':
      return reportAsCompact(report);
    case 'sarif':
      return reportAsSarif(report, readRuleBook(), pathsInProject());
    case 'github':
      return reportAsGithub(report, pathsInProject());
    case 'gitlab':
      return reportAsGitlab(report, pathsInProject());
    case 'junit':
      return reportAsJunit(report);
    case 'checkstyle':
      return reportAsCheckstyle(report);
    case 'gcc':
      return reportAsGcc(report);
    case 'rdjson':
      return reportAsRdjson(report);
    case 'tap':
      return reportAsTap(report);
    case 'markdown':
      return reportAsMarkdown(report);
  }
}
