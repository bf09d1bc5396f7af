import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolders } from '../library/temporary-folder'
import { dryrun } from './dryrun'

const folderOf = temporaryFolders()
const RESOURCES = resolve(import.meta.dirname, '../../../resources')
const board = (name: string) => join(RESOURCES, 'templates', `${name}.dryrun.json`)
const NAIVE = board('three-services')
/** Right in all but that nobody can cancel. */
const NEARLY = board('three-services-reliable')

/** The model answer as somebody would hand it in. */
async function rightAnswer(): Promise<string> {
  const text = await readFile(join(RESOURCES, 'drills', 'three-services.drill.json'), 'utf8')
  const { model } = JSON.parse(text) as { model: { board: object } }
  const file = join(await folderOf(), 'right.dryrun.json')
  await writeFile(file, JSON.stringify(model.board))
  return file
}

interface GradeJson {
  readonly score: number
  readonly passed: boolean
  readonly checks: readonly {
    readonly id: string
    readonly status: string
    readonly message: string
    readonly evidence?: { readonly scenario?: object; readonly choices?: readonly object[] }
  }[]
}
const read = (out: string) => JSON.parse(out) as GradeJson

test('the drills are listed, and the schema of one is printed', async () => {
  const { status, out } = await dryrun(['drills', '--json'])
  expect(status).toBe(0)
  const { drills } = JSON.parse(out) as { drills: { id: string; title: string }[] }
  expect(drills.slice(0, 3).map(({ id }) => id)).toEqual([
    'three-services',
    'five-services',
    'orchestrator',
  ])
  const russian = await dryrun(['drills', '--language', 'ru'])
  expect(russian.out).toContain('Три сервиса: нарисовать и рассказать')
  const schema = await dryrun(['drills', '--schema'])
  expect(JSON.parse(schema.out)).toMatchObject({ title: 'Dryrun drill, version 1' })
})

test('a right answer ends with 0, a wrong one with 1', async () => {
  const right = await dryrun(['grade', await rightAnswer(), '--drill', 'three-services', '--json'])
  expect(right.status).toBe(0)
  expect(read(right.out)).toMatchObject({ drill: 'three-services', score: 1, passed: true })
  const wrong = await dryrun(['grade', NAIVE, '--drill', 'three-services', '--json'])
  expect(wrong.status).toBe(1)
  const graded = read(wrong.out)
  expect(graded.passed).toBe(false)
  const broken = graded.checks.find(({ id }) => id === 'charge-once')
  expect(broken?.status).toBe('failed')
  expect(broken?.message).toContain('Card charge crashes')
})

test('the evidence is a run that `dryrun run` shows again', async () => {
  const folder = await folderOf()
  const graded = await dryrun(['grade', NAIVE, '--drill', 'three-services', '--json'])
  const broken = read(graded.out).checks.find(({ id }) => id === 'charge-once')
  const [scenario, choices] = [join(folder, 'a.dryrun.json'), join(folder, 'choices.json')]
  await writeFile(scenario, JSON.stringify(broken?.evidence?.scenario))
  await writeFile(choices, JSON.stringify(broken?.evidence?.choices))
  const run = await dryrun(['run', scenario, '--choices', choices, '--json'])
  expect(run.status).toBe(1)
  expect(JSON.parse(run.out)).toMatchObject({ effects: { o1: { charge: 2 } } })
})

test('several answers are graded in one call', async () => {
  const right = await rightAnswer()
  const { status, out } = await dryrun([
    'grade',
    ...[right, NEARLY, NAIVE],
    ...['--drill', 'three-services', '--json'],
  ])
  expect(status).toBe(1)
  const { answers } = JSON.parse(out) as { answers: (GradeJson & { file: string })[] }
  expect(answers.map(({ file, passed }) => [file, passed])).toEqual([
    [right, true],
    [NEARLY, false],
    [NAIVE, false],
  ])
  const missed = answers[1]?.checks.filter(({ status: is }) => is !== 'passed')
  expect(missed?.map(({ id, status: is }) => [id, is])).toEqual([
    ['cancels', 'failed'],
    ['cancel-any-time', 'skipped'],
    ['cancel-truth', 'skipped'],
  ])
})

test('what cannot be used ends with 2, what is undecided with 3', async () => {
  const folder = await folderOf()
  expect(await dryrun(['grade', NEARLY, '--drill', 'thre-services'])).toMatchObject({
    status: 2,
    out: '',
  })
  expect(
    (await dryrun(['grade', join(folder, 'no.json'), '--drill', 'three-services'])).status,
  ).toBe(2)
  const drill = join(folder, 'own.drill.json')
  await writeFile(drill, '{ "drill": 1 }')
  const bad = await dryrun(['grade', NEARLY, '--drill', drill])
  expect(bad.status).toBe(2)
  expect(bad.err.trim().split('\n').length).toBeGreaterThan(5)
  const text = await readFile(join(RESOURCES, 'drills', 'three-services.drill.json'), 'utf8')
  const own = JSON.parse(text) as { checks: { explore?: { statesMax?: number } }[] }
  for (const { explore } of own.checks) if (explore) explore.statesMax = 200
  await writeFile(drill, JSON.stringify(own))
  const limited = await dryrun(['grade', NEARLY, '--drill', drill, '--json'])
  expect(limited.status).toBe(3)
  const { passed, checks } = read(limited.out)
  expect(passed).toBe(false)
  expect(checks.find(({ id }) => id === 'ends')).toMatchObject({ status: 'skipped' })
})
