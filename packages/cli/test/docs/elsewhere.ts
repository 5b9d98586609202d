/** A command that no page's test can execute, because it sets up a machine or takes long. */
interface Elsewhere {
  readonly command: RegExp;
  /** What executes it, below the root of the project. */
  readonly file: string;
  /** The words with which it does that. */
  readonly words: string;
}

/** The commands of the pages that are executed, but not here. */
export const elsewhere: readonly Elsewhere[] = [
  { command: /^npm test$/, file: '.ci/run', words: 'npm test' },
  { command: /^npm run sample$/, file: '.ci/run', words: 'npm run --silent sample' },
  {
    command: /^pre-commit run --all-files$/,
    file: 'scripts/places/parts.ts',
    words: 'pre-commit run --all-files',
  },
  {
    command: /^docker build /,
    file: 'scripts/places/parts.ts',
    words: 'buildImage(checkout, image)',
  },
  { command: /^docker run /, file: 'scripts/places/parts.ts', words: 'built.run([], workspace)' },
];
