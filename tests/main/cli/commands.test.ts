import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolders } from '../library/temporary-folder'
import { dryrun } from './dryrun'

const folderOf = temporaryFolders()
const TEMPLATES = resolve(import.meta.dirname, '../../../resources/templates')
const THREE = join(TEMPLATES, 'three-services.dryrun.json')
const FIVE = join(TEMPLATES, 'five-services.dryrun.json')
const ORCHESTRATED = join(TEMPLATES, 'orchestrated.dryrun.json')

async function json(...words: string[]) {
  const ended = await dryrun([...words, '--json'])
  return { ...ended, json: JSON.parse(ended.out) as Record<string, never> }
}

describe('the command line itself', () => {
  test('help and version end with 0 on standard output', async () => {
    expect(await dryrun(['--help'])).toMatchObject({ status: 0, err: '' })
    expect((await dryrun(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  test.each([
    ['no command', []],
    ['an unknown command', ['runn', THREE]],
    ['a missing file', ['run']],
    ['a number that is none', ['run', THREE, '--seed', '1e3']],
    ['too many steps', ['run', THREE, '--steps', '0']],
    ['an unknown theme', ['export', THREE, '-o', 'x.png', '--theme', 'blue']],
  ])('%s ends with 2, on standard error', async (_, words) => {
    const { status, out, err } = await dryrun(words)
    expect([status, out]).toEqual([2, ''])
    expect(err).not.toBe('')
    expect(err).not.toContain('    at ')
  })

  test('a reader that stops reading ends it quietly', async () => {
    const { spawnSync } = await import('node:child_process')
    const cli = resolve(import.meta.dirname, '../../../out/main/cli.js')
    const line = `"${process.execPath}" "${cli}" run "${THREE}" --json | head -c 10`
    const { stderr } = spawnSync('sh', ['-c', line], { encoding: 'utf8' })
    expect(stderr).toBe('')
  })
})

describe('templates and new', () => {
  test('the built-in scenarios are listed with their titles', async () => {
    const { status, json: listed } = await json('templates')
    expect(status).toBe(0)
    const { templates } = listed as unknown as { templates: { id: string; title: string }[] }
    expect(templates.slice(0, 3).map(({ id, title }) => [id, title])).toEqual([
      ['three-services', 'Three services'],
      ['five-services', 'Five services'],
      ['orchestrated', 'Orchestrated'],
    ])
  })

  test('a copy has the bytes of the built-in one, and an old file is not written over', async () => {
    const file = join(await folderOf(), 'mine.dryrun.json')
    expect(await dryrun(['new', 'three-services', '-o', file])).toEqual({
      status: 0,
      out: '',
      err: '',
    })
    expect(await readFile(file)).toEqual(await readFile(THREE))
    const again = await dryrun(['new', 'five-services', '-o', file])
    expect(again.status).toBe(2)
    expect(again.err).toContain('is there already')
    expect(await readFile(file)).toEqual(await readFile(THREE))
    expect((await dryrun(['new', 'five-services', '-o', file, '--force'])).status).toBe(0)
    expect(await readFile(file)).toEqual(await readFile(FIVE))
  })

  test('a name that is nearly right is guessed', async () => {
    const { status, err } = await dryrun(['new', 'three-servces', '-o', '/nowhere/x'])
    expect(status).toBe(2)
    expect(err).toContain('did you mean "three-services"?')
  })
})

describe('validate', () => {
  test('the built-in scenarios are fine', async () => {
    const { status, json: found } = await json('validate', THREE, FIVE, ORCHESTRATED)
    expect([status, found.ok, found.errors]).toEqual([0, true, []])
  })

  test('every mistake of a file is told at once, with its place', async () => {
    const file = join(await folderOf(), 'wrong.dryrun.json')
    const scenario = JSON.parse(await readFile(THREE, 'utf8')) as Record<
      string,
      Record<string, unknown>[]
    >
    Object.assign(scenario.connections?.[1] ?? {}, { to: 'nowhere' })
    Object.assign(scenario.stimuli?.[0] ?? {}, { connection: 'plce' })
    await writeFile(file, JSON.stringify(scenario))
    const { status, json: found } = await json('validate', file)
    expect([status, found.ok]).toEqual([1, false])
    const errors = found.errors as unknown as { file: string; code: string; path: string }[]
    expect(errors.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['connections[1].to', 'stimuli[0].connection']),
    )
    expect(errors.every((error) => error.file === file && error.code !== '')).toBe(true)
  })

  test('design warnings come after the errors, with a code and a place, and are no failure', async () => {
    const { status, json: found } = await json('validate', THREE)
    expect([status, found.ok]).toEqual([0, true])
    expect(found.warnings).toContainEqual({
      file: THREE,
      code: 'review/redelivery-repeats-effect',
      path: 'services[4].handlers[0].do[0]',
      message: expect.stringMatching(/^Card charge: a redelivery repeats “charge”\. Send the /),
    })
    const codes = (found.warnings as unknown as { code: string }[]).map(({ code }) => code)
    expect(codes).toContain('review/dual-write')
  })

  test('a file that cannot be read ends with 2', async () => {
    const { status, json: found } = await json('validate', '/nowhere/x.dryrun.json')
    expect(status).toBe(2)
    expect(found.errors).toMatchObject([{ code: 'host/not-found' }])
  })
})

describe('run', () => {
  test('three services: quiescent, charged and notified once, answered with 201', async () => {
    const { status, json: run } = await json('run', THREE)
    expect(status).toBe(0)
    expect(run).toMatchObject({
      scenario: 'Three services',
      seed: 1,
      end: 'quiescent',
      effects: { o1: { charge: 1, notify: 1 } },
      replies: { o1: [201] },
    })
    const steps = run.steps as unknown as Record<string, unknown>[]
    expect(steps.map((step) => step.seq)).toEqual(steps.map((_, at) => at + 1))
    for (const step of steps) {
      expect(step).toMatchObject({
        at: expect.any(Number),
        kind: expect.stringMatching(/^[a-z]+(\.[a-z]+)?$/),
        service: expect.any(String),
        text: expect.stringMatching(/^[A-Z]/),
      })
      expect(String(step.text)).not.toContain('{{')
    }
  })

  test('five services, as they are usually drawn: the card is charged twice without any fault', async () => {
    const { status, json: run } = await json('run', FIVE)
    expect([status, run.end]).toEqual([1, 'quiescent'])
    expect(run.effects).toMatchObject({ o1: { charge: 2 } })
  })

  test('orchestrated runs to its end', async () => {
    const { json: run } = await json('run', ORCHESTRATED)
    expect(run.end).toBe('quiescent')
  })

  test('the same bytes come out again, anywhere in the world', async () => {
    const words = ['run', FIVE, '--json']
    const [first, second, tokyo] = await Promise.all([
      dryrun(words),
      dryrun(words),
      dryrun(words, { TZ: 'Asia/Tokyo', LANG: 'ru_RU.UTF-8', LC_ALL: 'ru_RU.UTF-8' }),
    ])
    expect(second.out).toBe(first.out)
    expect(tokyo?.out).toBe(first.out)
  })

  test('for people it is a table, then what came of it', async () => {
    const { status, out, err } = await dryrun(['run', THREE])
    expect([status, err]).toEqual([0, ''])
    expect(out).toMatch(/^Three services, seed 1\n\nstep +at ms +cause +what happened\n/)
    expect(out).toMatch(/\nEffects\n +o1 +.*charge 1/)
    expect(out).toMatch(/\nReplies\n +o1 +201\n/)
    expect(out).toMatch(/\nPromises\n +holds +A card is charged at most once per order\n/)
    expect(out).toMatch(/nothing more can happen\.\n$/)
  })

  test('a consumer that crashes after charging charges again, and the promise is broken', async () => {
    const { status, json: run } = await json('run', THREE, '--fault', 'crash:charging:charge:1')
    expect(status).toBe(1)
    expect(run.effects).toMatchObject({ o1: { charge: 2 } })
    const invariants = run.invariants as unknown as { id: string; status: string; seq?: number }[]
    expect(invariants.find(({ id }) => id === 'charge-once')).toMatchObject({
      status: 'violated',
      seq: expect.any(Number),
      values: { 'effects.charge': 2 },
    })
  })

  test('a limit of steps is a status of its own', async () => {
    const { status, json: run } = await json('run', THREE, '--steps', '3')
    expect([status, run.end]).toEqual([3, 'limit'])
    expect((run.steps as unknown as unknown[]).length).toBeGreaterThanOrEqual(3)
  })

  test.each([
    ['crsh:charging', 'did you mean "crash"?'],
    ['crash:chargin', 'did you mean "charging"?'],
    ['crash:charging:event.deliverd', 'did you mean "event.delivered"?'],
    ['crash:charging:charge:0', 'KIND:WHERE[:AFTER[:NTH]]'],
    ['crash:charging:charge:1:2', 'KIND:WHERE[:AFTER[:NTH]]'],
    ['crash', 'no service or connection ""'],
  ])('a fault written as %s is told how to be written', async (spec, hint) => {
    const { status, err } = await dryrun(['run', THREE, '--fault', spec])
    expect(status).toBe(2)
    expect(err).toContain(hint)
  })

  test('choices that are none are told', async () => {
    const { status, err } = await dryrun(['run', THREE, '--choices', THREE])
    expect(status).toBe(2)
    expect(err).toContain('not a list of choices')
  })
})
