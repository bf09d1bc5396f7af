/** The house rules that a machine can hold: who may import whom, no cycles, no clock in shared, no crowding. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

interface Room {
  /** Rooms it may import; type imports count. A sibling not named is a stranger. */
  readonly rooms: readonly string[]
  /** Packages it may import, by name or prefix. */
  readonly packages: readonly string[]
}

const SCENARIO = ['shared/base', 'shared/scenario']
const ENGINE = [...SCENARIO, 'shared/engine']
const SHARED = [
  ...ENGINE,
  'shared/carrier',
  'shared/commands',
  'shared/drivers',
  'shared/drawing',
  'shared/cards',
  'shared/drills',
  'shared/export',
  'shared/host',
  'shared/promela',
  'shared/review',
  'shared/wire',
]
const PANEL = [...SHARED, 'renderer/state', 'renderer/commands', 'renderer/ui']
const REACT = ['react', 'react-dom', 'react-i18next', 'i18next', 'lucide-react', 'zustand']
const PANEL_PACKAGES = [...REACT, '@base-ui/react', '@tanstack/react-virtual']
const HOST_PACKAGES = ['node:', 'electron', 'ws', 'i18next']

const ROOMS: Readonly<Record<string, Room>> = {
  'shared/base': { rooms: [], packages: [] },
  'shared/scenario': { rooms: ['shared/base'], packages: ['immer', 'zod'] },
  'shared/engine': { rooms: SCENARIO, packages: ['@marcbachmann/cel-js'] },
  'shared/carrier': { rooms: SCENARIO, packages: [] },
  'shared/cards': { rooms: [...SCENARIO, 'shared/drills'], packages: ['ts-fsrs'] },
  'shared/commands': { rooms: [], packages: [] },
  'shared/drivers': { rooms: ['shared/base'], packages: [] },
  'shared/drawing': { rooms: ENGINE, packages: [] },
  'shared/drills': {
    rooms: [...ENGINE, 'shared/drivers', 'shared/review', 'shared/wire'],
    packages: [],
  },
  'shared/export': { rooms: [...ENGINE, 'shared/drawing'], packages: [] },
  'shared/host': { rooms: [...SCENARIO, 'shared/cards'], packages: [] },
  'shared/promela': { rooms: ENGINE, packages: ['@marcbachmann/cel-js'] },
  'shared/review': { rooms: ENGINE, packages: [] },
  'shared/wire': { rooms: ENGINE, packages: [] },
  main: {
    rooms: SHARED,
    packages: [...HOST_PACKAGES, 'commander', '@resvg/resvg-js', 'gifenc', 'chokidar'],
  },
  'main/preload.ts': { rooms: ['shared/host'], packages: ['electron'] },
  'renderer/ui': { rooms: ['shared/drawing'], packages: PANEL_PACKAGES },
  'renderer/state': { rooms: SHARED, packages: ['zustand', 'react', 'react-i18next'] },
  'renderer/commands': { rooms: [...SHARED, 'renderer/state'], packages: [] },
  'renderer/canvas': { rooms: PANEL, packages: [...PANEL_PACKAGES, '@xyflow/react', 'elkjs'] },
  'renderer/timeline': { rooms: PANEL, packages: PANEL_PACKAGES },
  'renderer/sequence': { rooms: PANEL, packages: PANEL_PACKAGES },
  'renderer/inspector': { rooms: PANEL, packages: PANEL_PACKAGES },
  'renderer/review': { rooms: PANEL, packages: PANEL_PACKAGES },
  'renderer/wire': { rooms: PANEL, packages: PANEL_PACKAGES },
  'renderer/explore': { rooms: PANEL, packages: PANEL_PACKAGES },
  'renderer/load': { rooms: PANEL, packages: PANEL_PACKAGES },
  'renderer/cards': { rooms: PANEL, packages: PANEL_PACKAGES },
  'renderer/drills': { rooms: PANEL, packages: PANEL_PACKAGES },
  'renderer/gallery': { rooms: PANEL, packages: PANEL_PACKAGES },
  'renderer/start': { rooms: PANEL, packages: PANEL_PACKAGES },
  'renderer/shell': {
    rooms: [
      ...PANEL,
      'renderer/canvas',
      'renderer/timeline',
      'renderer/sequence',
      'renderer/inspector',
      'renderer/explore',
      'renderer/load',
      'renderer/review',
      'renderer/cards',
      'renderer/drills',
      'renderer/wire',
      'renderer/gallery',
      'renderer/start',
    ],
    packages: [...PANEL_PACKAGES, 'cmdk', 'gifenc', 'react-resizable-panels'],
  },
  'renderer/boot.ts': { rooms: ['renderer/state', 'renderer/main.tsx'], packages: [] },
  'renderer/main.tsx': {
    rooms: ['renderer/shell', 'renderer/state', 'renderer/ui'],
    packages: ['react-dom', 'react'],
  },
}
const LINES_MAX = 400
const IMPURE =
  /\b(Date\.now|new Date\(\)|Math\.random|performance\.now|crypto\.|setTimeout|localeCompare|toLocale\w+|Intl\.)/
const FORBIDDEN_NAMES = /(^|\/)(index|types|constants|utils?|helpers?)\.tsx?$/

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
const text = (file: string) => readFileSync(join('src', file), 'utf8')

const roomOf = (file: string) =>
  Object.keys(ROOMS)
    .filter((room) => file === room || file.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0] ?? 'no room'

const IMPORTS = [
  /^import\s+(?:[^'"]*?\bfrom\s+)?['"]([^'"]+)['"]/gm,
  /^export\s+(?:type\s+)?(?:\*|\{[^}]*\})[^'"]*?\bfrom\s+['"]([^'"]+)['"]/gm,
  /\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm,
]
const importsOf = (file: string) =>
  IMPORTS.flatMap((pattern) => [...text(file).matchAll(pattern)].map((match) => match[1] ?? ''))

const resolveImport = (from: string, specifier: string) => {
  const path = normalize(join(dirname(from), specifier)).replaceAll('\\', '/')
  return files.find((file) => file === path || file.replace(/\.tsx?$/, '') === path)
}

const localImportsOf = (file: string) =>
  importsOf(file)
    .filter((specifier) => specifier.startsWith('.'))
    .flatMap((specifier) => resolveImport(file, specifier) ?? [])

test('every file sits in a room, keeps to its size and has a name that says something', () => {
  expect(files.filter((file) => roomOf(file) === 'no room')).toEqual([])
  expect(files.filter((file) => text(file).split('\n').length > LINES_MAX)).toEqual([])
  expect(files.filter((file) => FORBIDDEN_NAMES.test(file))).toEqual([])
})

test('imports only point the allowed way', () => {
  const wrong = files.flatMap((file) => {
    const room = roomOf(file)
    const { rooms, packages } = ROOMS[room] ?? { rooms: [], packages: [] }
    const local = localImportsOf(file).filter((target) => {
      const targetRoom = roomOf(target)
      return targetRoom !== room && !rooms.includes(targetRoom)
    })
    const outside = importsOf(file).filter(
      (specifier) =>
        !specifier.startsWith('.') &&
        !packages.some(
          (name) =>
            specifier === name || specifier.startsWith(name.endsWith(':') ? name : `${name}/`),
        ),
    )
    return [...local, ...outside].map((target) => `${file} -> ${target}`)
  })
  expect(wrong).toEqual([])
})

test('nothing imports itself the long way round', () => {
  const cycles: string[] = []
  const done = new Set<string>()
  const walk = (file: string, path: readonly string[]) => {
    if (path.includes(file)) {
      cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '))
      return
    }
    if (done.has(file)) return
    for (const target of localImportsOf(file)) walk(target, [...path, file])
    done.add(file)
  }
  for (const file of files) walk(file, [])
  expect(cycles).toEqual([])
})

test('shared code reads no clock and throws no dice', () => {
  expect(files.filter((file) => file.startsWith('shared/') && IMPURE.test(text(file)))).toEqual([])
})

test('the catalogues of the two languages have the same keys', () => {
  const keysOf = (language: string, file: string) => {
    const keys: string[] = []
    const walk = (value: unknown, path: string) => {
      if (typeof value === 'string') keys.push(path.replace(/_(one|few|many|other)$/, ''))
      else
        for (const [key, inner] of Object.entries(value ?? {}))
          walk(inner, path ? `${path}.${key}` : key)
    }
    walk(JSON.parse(readFileSync(join('resources/locales', language, file), 'utf8')), '')
    return [...new Set(keys)].sort()
  }
  const english = readdirSync('resources/locales/en').sort()
  expect(readdirSync('resources/locales/ru').sort()).toEqual(english)
  for (const file of english) expect(keysOf('ru', file), file).toEqual(keysOf('en', file))
})
