import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The built extension in real browsers, two at once: most of the time a browser only waits. */
export default defineConfig({
  root,
  resolve: { alias: { '@': root } },
  test: {
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: ['chromium', 'firefox'].map((name) => ({
      extends: true as const,
      test: { name, include: [`tests/e2e/${name}/*.test.ts`] },
    })),
  },
});
