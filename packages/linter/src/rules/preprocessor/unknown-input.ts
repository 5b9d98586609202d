import { compareReleases, type Origin } from '@kalint/parser';
import { defineRule } from '../../rule.ts';
import { featureOfReference } from './directive-releases.ts';
import { expandProblemsOf, named } from './problems.ts';

/** lib/parser.c, set_std_definitions(): what these names stand for is known on the host only. */
export const unknownInput = defineRule({
  id: 'unknown-input',
  scope: 'preprocessor',
  severity: 'info',
  summary: 'What a reference stands for is known to keepalived only',
  check(preprocessed, { release, report, quote }) {
    for (const { at, name } of expandProblemsOf(preprocessed, 'unknown-input')) {
      const feature = featureOfReference(name);
      if (feature && compareReleases(release, feature.since) < 0) continue;
      report({
        at,
        message: `what ${quote(named(at, imageOf(at, name)))} stands for is not known here`,
        notes: [
          'the line is not checked any further, and the file is not compared with those of the other nodes',
        ],
        help: helpFor[name],
      });
    }
    for (const { at, name } of expandProblemsOf(preprocessed, 'unset-environment')) {
      report({
        at,
        message: `the environment has no variable ${quote(named(at, name))}`,
        notes: ['keepalived puts in nothing'],
        help: `set it, or give it by \`--env ${name}=VALUE\``,
      });
    }
  },
});

const helpFor = {
  _INSTANCE: 'give the id of the node by `--config-id ID`',
  _ENV: 'give the variables of the environment by `--env NAME=VALUE`',
  _RANDOM: 'nobody can know it: keepalived draws it anew at each start',
} as const;

/** The reference as it is written, if it is written here. */
function imageOf({ source, span, via }: Origin, name: string): string {
  return via.length === 0 ? source.text.slice(span.start, span.end) : `\${${name}}`;
}
