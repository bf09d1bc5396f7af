/** `dryrun explore`, as a script uses it: the status, the verdict, and the run that breaks a promise. */
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolders } from '../library/temporary-folder'
import { dryrun } from './dryrun'

interface Found {
  readonly verdict: string
  readonly whole: boolean
  readonly ranOut?: readonly string[]
  readonly states: number
  readonly violations: readonly {
    readonly invariant: string
    readonly faults: readonly { readonly kind: string }[]
    readonly steps: readonly { readonly kind: string; readonly message?: string }[]
    readonly choices: readonly object[]
  }[]
}

const folderOf = temporaryFolders()
const template = (id: string) =>
  resolve(import.meta.dirname, `../../../resources/templates/${id}.dryrun.json`)

async function explored(id: string, ...words: string[]) {
  const { status, out } = await dryrun(['explore', template(id), ...words, '--json'])
  return { status, found: JSON.parse(out) as Found }
}

const chargedTwice = ({ violations }: Found) =>
  violations.find(({ invariant }) => invariant === 'charge-once')

describe('a double charge', () => {
  test('of three services takes one fault, and ends with 1', async () => {
    const { status, found } = await explored('three-services', '--faults', 'crash=1,duplicate=1')
    expect([status, found.verdict]).toEqual([1, 'violated'])
    expect(chargedTwice(found)?.faults).toHaveLength(1)
  })

  test('of five services takes no fault at all', async () => {
    const { status, found } = await explored('five-services', '--faults', 'none')
    expect([status, found.verdict, found.whole]).toEqual([1, 'violated', true])
    expect(chargedTwice(found)?.faults).toEqual([])
  })

  test('is played again by `run` with its choices, up to the step that breaks the promise', async () => {
    const { found } = await explored('three-services', '--faults', 'duplicate=1')
    const run = chargedTwice(found)
    const file = join(await folderOf(), 'choices.json')
    await writeFile(file, JSON.stringify(run?.choices))
    const again = await dryrun(['run', template('three-services'), '--choices', file, '--json'])
    expect(again.status).toBe(1)
    const { steps } = JSON.parse(again.out) as { readonly steps: Found['violations'][0]['steps'] }
    const told = run?.steps.length ?? 0
    expect(steps.slice(0, told)).toEqual(run?.steps)
    expect(steps[told - 1]).toMatchObject({ kind: 'invariant.violated', message: 'charge-once' })
  })
})

test.each(['three-services', 'five-services', 'orchestrated'])(
  '%s made reliable holds whatever two things fail, and ends with 0',
  async (id) => {
    const { status, found } = await explored(`${id}-reliable`, '--faults', 'any=2')
    expect(status).toBe(0)
    expect(found).toMatchObject({ verdict: 'holds', whole: true, violations: [] })
  },
)

describe('a limit', () => {
  test('ends with 3, and says which one and how far it came', async () => {
    const words = ['--faults', 'any=2', '--max-states', '500']
    const { status, found } = await explored('three-services-reliable', ...words)
    expect(status).toBe(3)
    expect(found).toMatchObject({
      verdict: 'limit',
      whole: false,
      ranOut: ['states'],
      states: 500,
    })
    const told = await dryrun(['explore', template('three-services-reliable'), ...words])
    expect(told.out).toContain('LIMIT: no promise was broken, but not everything was tried')
    expect(told.out).toContain('--max-states')
    expect(told.out).toContain('Searched part of the space')
    expect(told.out).toContain('500 states')
  })
})
