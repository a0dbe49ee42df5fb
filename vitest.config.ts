import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The build puts the real versions in.
  define: { __VERSION__: '"0.0.0"', __DATA_VERSION__: '"2026-11-22.00000000"' },
  test: {
    globalSetup: ['test/global-setup.ts'],
    setupFiles: ['test/setup.ts'],
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      reporter: ['text-summary', 'json-summary'],
      thresholds: { statements: 90 },
    },
  },
});
