import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['@kalint/source'] },
  ssr: { resolve: { conditions: ['@kalint/source'] } },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'scripts/test/**/*.test.ts', 'lab/test/**/*.test.ts'],
    setupFiles: ['scripts/test/fixed-seed.ts'],
    testTimeout: 60_000,
  },
});
