/**
 * `@kalint/linter/testing`: rules tested with configuration files whose comments say what must be
 * reported.
 *
 * @packageDocumentation
 */
export { expectationsOf, targetOf, type Expectation } from './annotations.ts';
export { differences } from './compare.ts';
