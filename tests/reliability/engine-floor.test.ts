import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const FLOOR = [20, 20, 0] as const
/** Electron brings a node of its own; these only fetch and unpack it, and the browser host needs none of them. */
const OF_ELECTRON = ['electron', '@electron/get', '@electron-internal/extract-zip']

type Version = readonly [number, number, number]

const versionOf = (text: string): Version => {
  const [major = 0, minor = 0, patch = 0] = text.split('.').map((part) => Number(part) || 0)
  return [major, minor, patch]
}
const compared = (a: Version, b: Version) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]

/** The ranges that packages write in `engines`; another form throws rather than passes. */
function allows(range: string, version: Version): boolean {
  return range.split('||').some((part) => {
    const words = part.trim().replace(/([<>=^~]+)\s+/g, '$1')
    if (words === '' || words === '*') return true
    return words.split(/\s+/).every((word) => {
      const [, operator = '', text] = /^([<>=^~]*)v?([\d.]+(?:\.[x*])?)$/.exec(word) ?? []
      if (text === undefined) throw new Error(`a range in a form not known: ${range}`)
      const than = versionOf(text)
      const order = compared(version, than)
      if (operator === '>=') return order >= 0
      if (operator === '>') return order > 0
      if (operator === '<') return order < 0
      if (operator === '<=') return order <= 0
      const within = operator === '~' || (operator !== '^' && /\d\.\d/.test(text))
      return order >= 0 && version[0] === than[0] && (!within || version[1] === than[1])
    })
  })
}

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly engines?: { readonly node?: string } | undefined }>
  >
}

test('row 48: every package but those that fetch Electron runs on the oldest node we promise', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock
  const asking = Object.entries(lock.packages).flatMap(([path, { engines }]) =>
    engines?.node === undefined ? [] : [{ path, range: engines.node }],
  )
  expect(asking.length).toBeGreaterThan(100)
  const refusing = asking.filter(({ range }) => !allows(range, FLOOR))
  const names = refusing.map(({ path }) => path.replace(/^.*node_modules\//, ''))
  expect(names.filter((name) => !OF_ELECTRON.includes(name))).toEqual([])
})

test('ranges are read as npm reads them', () => {
  const cases: readonly (readonly [string, boolean])[] = [
    ['>=20.19', true],
    ['>= 22.12.0', false],
    ['^18.18.0 || ^20.9.0 || >=21.1.0', true],
    ['^20.21.0 || >=22', false],
    ['>=18 <20', false],
    ['20.x', true],
    ['20', true],
    ['~20.19.0', false],
    ['*', true],
  ]
  for (const [range, isAllowed] of cases)
    expect([range, allows(range, FLOOR)]).toEqual([range, isAllowed])
  expect(() => allows('node 20', FLOOR)).toThrow('not known')
})
