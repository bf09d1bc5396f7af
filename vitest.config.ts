import { defineConfig } from 'vitest/config'

const every = (rooms: readonly string[]) => rooms.map((room) => `tests/${room}/**/*.test.{ts,tsx}`)
/** What these test has no state of its own, and knows neither page nor files: its modules are loaded once a worker. */
const STATELESS = 'cards carrier drills drivers engine export promela review scenario wire'.split(
  ' ',
)
const NOT_OURS = ['tests/e2e/**', 'tests/bench/**']

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'stateless', include: every(STATELESS), isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'isolated',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...NOT_OURS, ...every(STATELESS)],
        },
      },
    ],
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
