import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['@kalint/source'] },
  ssr: { resolve: { conditions: ['@kalint/source'] } },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'scripts/test/**/*.test.ts', 'lab/test/**/*.test.ts'],
    globalSetup: ['scripts/test/folder-of-run.ts'],
    setupFiles: ['scripts/test/fixed-seed.ts'],
    // They end what hangs. How fast something has to be its test says, in time of a processor.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Vitest would leave one processor to itself, of two one half; it needs little.
    maxWorkers: '100%',
    // Most of what tests make is garbage at once. With more room for it V8 collects less often.
    execArgv: ['--max-semi-space-size=32'],
  },
});
