import { compareReleases, type Release, type WrongParameters } from '@kalint/parser';
import { defineRule, type Finding } from '../../rule.ts';
import { expandProblemsOf, named } from './problems.ts';

/** lib/parser.c, find_definition(), get_random(), get_env_var(). */
export const referenceParameters = defineRule({
  id: 'reference-parameters',
  scope: 'preprocessor',
  severity: 'error',
  summary: 'A reference has parameters that its definition does not take',
  check(preprocessed, { release, report, quote }) {
    for (const problem of expandProblemsOf(preprocessed, 'wrong-parameters')) {
      const { at, name } = problem;
      report({ at, ...describe(problem, quote(named(at, `\${${name}}`)), release) });
    }
  },
});

type Description = Omit<Finding, 'at'>;

const left = 'keepalived leaves it in the line and takes its braces for those of a block';

function describe(
  { name, parameters, reason }: WrongParameters,
  image: string,
  release: Release,
): Description {
  const isOld = compareReleases(release, '2.4.0') < 0;
  if (reason === 'minimum-above-maximum') {
    return {
      severity: isOld ? 'warning' : 'error',
      message: `the smallest number of ${image}, ${parameters[0] ?? ''}, is above the largest, ${parameters[1] ?? '32767'}`,
      notes: [
        isOld
          ? 'before release 2.4.0 keepalived says nothing and takes a number far beyond, or crashes'
          : 'keepalived reports it and uses the smallest number',
      ],
      help: 'write the smaller number first',
    };
  }
  if (reason === 'not-decimal') {
    return {
      message: `the bounds of ${image} are no decimal numbers`,
      notes: [left],
      help: 'write `${_RANDOM}`, `${_RANDOM MIN}` or `${_RANDOM MIN MAX}`',
    };
  }
  if (name === '_ENV') {
    return parameters.length === 0
      ? {
          message: `${image} does not say which variable of the environment it stands for`,
          notes: ['keepalived 2.4.0 and later end with a segmentation fault'],
          help: 'write `${_ENV NAME}`',
        }
      : {
          message: `${image} takes the name of one variable, not ${parameters.length}`,
          notes: [left],
          help: 'write `${_ENV NAME}`',
        };
  }
  if (name === '_RANDOM') {
    return {
      severity: isOld ? 'warning' : 'error',
      message: `${image} takes at most two numbers, not ${parameters.length}`,
      notes: [
        isOld ? 'before release 2.4.0 keepalived says in its log only that there are more' : left,
      ],
      help: 'write `${_RANDOM MIN MAX}`',
    };
  }
  return {
    message: `${image} takes no parameters`,
    notes: [left],
    help: 'remove what stands between the name and the `}`',
  };
}
