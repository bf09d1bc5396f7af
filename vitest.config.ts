import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/e2e/**', 'tests/bench/**'],
    setupFiles: ['tests/support/seed.ts'],
    // Vitest leaves a core to itself; of two that would be half of the machine.
    maxWorkers: '100%',
    // Watches and killed processes depend on when a loaded machine gets to them. Properties keep their seed.
    retry: process.env.CI === undefined ? 0 : 1,
    // The long run kills, mutates and saves ten times as often.
    testTimeout: process.env.DRYRUN_LONG === '1' ? 1_800_000 : 120_000,
    hookTimeout: 120_000,
  },
})
