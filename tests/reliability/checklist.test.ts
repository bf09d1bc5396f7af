/**
 * The acceptance checklist of reliability, row by row: where its tests are. A test that stands for a row is
 * called `row N: ...`; a row without one fails here. Where the row says how the code was broken by hand, its
 * test was seen red so.
 */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Row {
  readonly requires: string
  readonly tests: readonly string[]
}

const MAIN = 'tests/main'
const E2E = 'tests/e2e'
const SAME_EVERYWHERE = 'tests/reliability/same-everywhere.test.ts'
const FAILING_DISK = 'tests/reliability/saving/failing-disk.test.ts'

const ROWS: Readonly<Record<number, Row>> = {
  // Broken: sandbox: false in window.ts.
  1: { requires: 'secure preferences on every window', tests: [`${E2E}/desktop-host.spec.ts`] },
  // Broken: the listener of will-redirect left out.
  2: { requires: 'no window without guards', tests: [`${MAIN}/desktop/page-guard.test.ts`] },
  // Broken: action 'allow'.
  3: {
    requires: 'window.open denied',
    tests: [`${MAIN}/desktop/page-guard.test.ts`, `${E2E}/desktop-host.spec.ts`],
  },
  // Broken: 'notifications' among the allowed.
  4: { requires: 'permissions denied', tests: [`${MAIN}/desktop/page-guard.test.ts`] },
  // Broken: an address opened with `shell` in window.ts.
  5: {
    requires: 'nothing is opened outside',
    tests: ['tests/reliability/nothing-outside.test.ts'],
  },
  // Broken: the comparison of the address by its beginning.
  6: { requires: 'senders of calls validated', tests: [`${MAIN}/desktop/ipc.test.ts`] },
  // Broken: one call's input handed on although it does not parse.
  7: { requires: 'every call has schemas both ways', tests: [`${MAIN}/host/contract.test.ts`] },
  // Broken: one call answered with 404 by the loopback server.
  8: { requires: 'one contract on both hosts', tests: [`${MAIN}/host/contract.test.ts`] },
  // Broken: Electron's event handed to the page.
  9: {
    requires: 'the surface of the preload script frozen',
    tests: [`${MAIN}/desktop/preload.test.ts`],
  },
  // Broken: an import of node:path in preload.ts.
  10: { requires: 'the preload script one file', tests: [`${MAIN}/desktop/preload.test.ts`] },
  // Broken: 'unsafe-inline' among the styles.
  11: {
    requires: 'content policy on both hosts',
    tests: [`${MAIN}/web/loopback.test.ts`, `${MAIN}/desktop/app-protocol.test.ts`],
  },
  // Broken: https allowed in isOwnAddress.
  12: { requires: 'no request outside', tests: [`${MAIN}/desktop/page-guard.test.ts`] },
  // Broken: the path decoded before it is looked up.
  13: {
    requires: 'no way out of the served files',
    tests: [`${MAIN}/desktop/app-protocol.test.ts`, `${MAIN}/web/loopback.test.ts`],
  },
  // Broken: runAsNode: true.
  14: { requires: 'fuses as listed', tests: [`${MAIN}/packaging/builder-config.test.ts`] },
  // Broken: the temporary file left where writing it failed.
  15: { requires: 'a full disk keeps the old file', tests: [`${MAIN}/library/full-disk.test.ts`] },
  // Broken: the file's fsync left out.
  16: { requires: 'no fsync, no acknowledgement', tests: [FAILING_DISK] },
  // Broken: the folder's fsync left out.
  17: { requires: 'fsync, rename, fsync of the folder', tests: [FAILING_DISK] },
  // Broken: the file written in place and not renamed; and, apart, the temporary file not removed on a failure.
  18: { requires: 'killed or failing at each call and at any moment', tests: [FAILING_DISK] },
  // Broken: nothing swept; and, apart, what is young swept too.
  19: { requires: 'orphans swept', tests: [FAILING_DISK] },
  // Broken: chmod left out.
  20: { requires: 'symbolic link and mode kept', tests: [`${MAIN}/library/save-file.test.ts`] },
  // Broken: nlink not looked at.
  21: {
    requires: 'hard link, read-only, pipe, folder refused',
    tests: [`${MAIN}/library/save-file.test.ts`],
  },
  // Broken: the temporary file named after the target.
  22: { requires: 'long names exact or refused', tests: [`${MAIN}/library/save-file.test.ts`] },
  // Broken: the hash not compared.
  23: {
    requires: 'a change from outside is a conflict',
    tests: [
      `${MAIN}/library/save-file.test.ts`,
      `${MAIN}/host/holds.test.ts`,
      `${E2E}/files.spec.ts`,
    ],
  },
  // Broken: a file that is gone made again by save.
  24: {
    requires: 'deleted under us is not made again',
    tests: [
      `${MAIN}/library/save-file.test.ts`,
      `${MAIN}/host/holds.test.ts`,
      `${E2E}/shared-files.spec.ts`,
    ],
  },
  // Broken: every page may write; and, for the model, a save without its revision.
  25: {
    requires: 'one writer, no lost update',
    tests: [
      `${MAIN}/host/no-lost-update.test.ts`,
      `${MAIN}/host/holds.test.ts`,
      `${E2E}/shared-files.spec.ts`,
    ],
  },
  // Broken: Autosave without its upper bound.
  26: {
    requires: 'edits kept within five seconds',
    tests: ['tests/renderer/state/autosave.test.ts', `${E2E}/recovery.spec.ts`],
  },
  // Broken: the checksum not compared.
  27: {
    requires: 'a damaged copy gives way to the one before',
    tests: [`${MAIN}/library/recovery/recovery.test.ts`],
  },
  // Broken: no question where the file is newer.
  28: { requires: 'recovery overwrites nothing', tests: [`${E2E}/recovery.spec.ts`] },
  // Broken: rename left out.
  29: { requires: 'corrupt settings set aside', tests: [`${MAIN}/library/own-store.test.ts`] },
  // Broken: any Host is good.
  30: {
    requires: 'rebinding blocked',
    tests: [`${MAIN}/web/loopback.test.ts`, `${E2E}/browser-host.spec.ts`],
  },
  // Broken: the Origin not looked at on upgrade.
  31: {
    requires: 'other ports and sites blocked',
    tests: [`${MAIN}/web/loopback.test.ts`, `${E2E}/browser-host.spec.ts`],
  },
  // Broken: a missing Origin allowed.
  32: { requires: 'missing or doubled headers refused', tests: [`${MAIN}/web/loopback.test.ts`] },
  // Broken: the rule for tokens left out of the log.
  33: {
    requires: 'the token stays secret',
    tests: [
      `${MAIN}/library/log.test.ts`,
      `${MAIN}/cli/serve.test.ts`,
      `${E2E}/browser-host.spec.ts`,
      `${E2E}/settings.spec.ts`,
    ],
  },
  // Broken: listening on 0.0.0.0.
  34: {
    requires: 'loopback only',
    tests: [`${MAIN}/web/loopback.test.ts`, `${MAIN}/cli/serve.test.ts`],
  },
  // Broken: the limits not handed to the server; and, for its memory, bodies read without a limit.
  35: {
    requires: 'limits on bodies, frames and patience',
    tests: [`${MAIN}/web/loopback.test.ts`, `${MAIN}/cli/serve.test.ts`],
  },
  // Broken: what names that are not there would be refused, let through.
  36: {
    requires: 'a file made wrong is a scenario or typed problems',
    tests: ['tests/reliability/parsing/mutated-files.test.ts'],
  },
  // Broken: DEPTH_MAX raised to a million.
  37: { requires: 'caps on depth, size and lists', tests: ['tests/scenario/limits.test.ts'] },
  // Broken: the two names passed over in check.ts, and loose schemas in the place of strict ones.
  38: { requires: 'no prototype pollution', tests: ['tests/reliability/prototypes.test.ts'] },
  // Broken: FORMAT_VERSION raised without a step that leads to it.
  39: {
    requires: 'files of every version open, newer ones only to look at',
    tests: [
      'tests/scenario/fixtures.test.ts',
      'tests/scenario/migrations.test.ts',
      'tests/scenario/problems.test.ts',
    ],
  },
  // Broken: lists printed the other way round.
  40: { requires: 'round trip', tests: ['tests/scenario/round-trip.test.ts'] },
  // Broken: words of the drawing not escaped.
  41: { requires: 'an exported picture is inert', tests: ['tests/drawing/svg.test.ts'] },
  // Broken: inflated without a limit.
  42: { requires: 'a picture that is a bomb', tests: ['tests/carrier/carrier.test.ts'] },
  // Broken: the limit of steps doubled.
  44: {
    requires: 'a run without end stops, everywhere alike',
    tests: [SAME_EVERYWHERE, `${E2E}/same-run.spec.ts`],
  },
  // Broken: the zone of the clock added to a step's time in step-json.ts.
  45: {
    requires: 'the same run everywhere',
    tests: [SAME_EVERYWHERE, `${E2E}/same-run.spec.ts`],
  },
  // Broken: --ink-2 made as light as the paper nearly is.
  46: { requires: 'no serious finding of axe', tests: [`${E2E}/accessibility.spec.ts`] },
  // Broken: a descriptor left open by each copy; and, apart, an object of two fields kept for each copy.
  47: {
    requires: 'a day of work leaves descriptors and heap as they were',
    tests: ['tests/reliability/soak/soak.test.ts'],
  },
  // Broken: a package that asks for node 22.
  48: {
    requires: 'every package runs on the oldest node',
    tests: ['tests/reliability/engine-floor.test.ts'],
  },
}

/** Rows without a test, and why. */
const NOT_HERE: Readonly<Record<number, string>> = { 43: 'nothing is exported as CSV' }
const LAST_ROW = 48

test('every row is there, or why it is not', () => {
  const rows = Array.from({ length: LAST_ROW }, (_, index) => index + 1)
  expect(rows.filter((row) => (ROWS[row] === undefined) === (NOT_HERE[row] === undefined))).toEqual(
    [],
  )
})

test.each(Object.entries(ROWS))('row %s has its tests', (row, { tests }) => {
  expect(tests.length).toBeGreaterThan(0)
  const named = new RegExp(
    `\\b(?:test|describe)[\\s\\S]{0,4000}?['"\`](?:row \\d+, )*row ${row}(?:, row \\d+)*: `,
  )
  expect(tests.filter((file) => !named.test(readFileSync(file, 'utf8')))).toEqual([])
})
