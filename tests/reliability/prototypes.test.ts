import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseScenario } from '../../src/shared/scenario/parse'
import { printScenario } from '../../src/shared/scenario/print'

const TEMPLATE = 'resources/templates/three-services.dryrun.json'
const HOSTILE = [
  '"__proto__": {"polluted": true}',
  '"constructor": {"prototype": {"polluted": true}}',
]
const PLACES = [
  (field: string) => `{"dryrun": 1, "title": "A", "services": [], "connections": [], ${field}}`,
  (field: string) =>
    `{"dryrun": 1, "title": {"en": "A", "ru": "A", ${field}}, "services": [], "connections": []}`,
  (field: string) =>
    `{"dryrun": 1, "title": "A", "services": [{"id": "a", "kind": "external", "name": "A", "position": {"x": 0, "y": 0}, "outcomes": {${field}}}], "connections": []}`,
  (field: string) =>
    `{"dryrun": 1, "title": "A", "services": [{"id": "a", "kind": "service", "name": "A", "position": {"x": 0, "y": 0, ${field}}}], "connections": []}`,
]
const CORPUS = PLACES.flatMap((place) => HOSTILE.map(place))
const inherited = () =>
  [Object.prototype, Array.prototype, Function.prototype].map((one) =>
    Object.getOwnPropertyNames(one),
  )

test('row 38: hostile keys are refused, and no prototype is another afterwards', () => {
  const before = inherited()
  for (const text of CORPUS) {
    const parsed = parseScenario(text)
    if (parsed.ok) printScenario(parsed.value)
    expect(parsed.ok, text).toBe(false)
  }
  // A name is not a field: things may be called so, and nothing follows from it.
  for (const id of ['constructor', 'toString', 'valueOf', 'hasOwnProperty']) {
    const text = `{"dryrun": 1, "title": "A", "services": [{"id": "${id}", "kind": "service", "name": "A", "position": {"x": 0, "y": 0}}], "connections": []}`
    const parsed = parseScenario(text)
    if (parsed.ok) expect(printScenario(parsed.value)).toContain(id)
  }
  expect(inherited()).toEqual(before)
  expect((Object.create(Object.prototype) as { polluted?: unknown }).polluted).toBeUndefined()
})

test('row 38: nothing of ours needs __proto__', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dryrun-proto-'))
  const hostile = CORPUS.map((text, at) => {
    const file = join(folder, `${at}.dryrun.json`)
    writeFileSync(file, text)
    return file
  })
  const validate = (...files: readonly string[]) =>
    spawnSync(
      process.execPath,
      ['--disable-proto=throw', 'out/main/cli.js', 'validate', ...files],
      {
        encoding: 'utf8',
      },
    )
  const fine = validate(TEMPLATE)
  expect([fine.status, fine.stderr.includes('ERR_PROTO_ACCESS')]).toEqual([0, false])
  const refused = validate(...hostile)
  expect(refused.stderr).not.toContain('ERR_PROTO_ACCESS')
  expect([1, 2]).toContain(refused.status)
  rmSync(folder, { recursive: true })
})
