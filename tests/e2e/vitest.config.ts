import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The built extension in real browsers, file after file: two browsers at once would disturb each other's timing. */
export default defineConfig({
  root,
  resolve: { alias: { '@': root } },
  test: {
    fileParallelism: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: ['chromium', 'firefox'].map((name) => ({
      extends: true as const,
      test: { name, include: [`tests/e2e/${name}/*.test.ts`] },
    })),
  },
});
