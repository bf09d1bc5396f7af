import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { review } from '../../../src/shared/cards/schedule'
import {
  type CallInput,
  type CallName,
  type CallOutput,
  CONTRACT,
} from '../../../src/shared/host/contract'
import { outputOf } from '../../../src/shared/host/reply'
import { counted } from '../../support/counts'
import { temporaryFolders } from '../library/temporary-folder'
import {
  answers,
  type Connect,
  type Connected,
  overIpc,
  overLoopback,
  PAGE,
} from './two-transports'

const folderOf = temporaryFolders()
const TEXT = '{\n  "dryrun": 1,\n  "title": "Orders"\n}\n'
const DRAFT = 'd'.repeat(32)
const NAMES = Object.keys(CONTRACT) as CallName[]
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="20" viewBox="0 0 10 20"></svg>'

const transports: [string, Connect][] = [
  ['IPC', overIpc],
  ['the loopback server', overLoopback],
]

describe.each(transports)('row 8: over %s', (transport, connect) => {
  let connected: Connected
  let folder: string

  beforeEach(async () => {
    folder = await folderOf()
    connected = await connect({ settings: folder, scenarios: join(folder, 'scenarios') })
    Object.assign(answers, { open: null, save: null })
  })
  afterEach(() => connected.close())

  /** Every answer is checked against the contract. */
  async function call<Name extends CallName>(
    name: Name,
    input: CallInput<Name>,
  ): Promise<CallOutput<Name>> {
    const output = outputOf(name, await connected.send(name, input))
    return CONTRACT[name].output.parse(output) as CallOutput<Name>
  }

  test('the host says what it is', async () => {
    const info = await call('hostInfo', {})
    expect(info).toMatchObject({ locale: 'en-US', dialogs: transport === 'IPC' })
    expect(info.version).toMatch(/^\d+\.\d+\.\d+$/)
  })

  test('the built-in scenarios are all there, the three services first', async () => {
    const templates = await call('listTemplates', {})
    expect(templates.ok && templates.value.map(({ id }) => id).slice(0, 3)).toEqual([
      'three-services',
      'five-services',
      'orchestrated',
    ])
  })

  test('the drills are all there, and what is done at one is kept', async () => {
    const drills = await call('listDrills', {})
    expect(drills.ok && drills.value.map(({ id }) => id).slice(0, 2)).toEqual([
      'three-services',
      'five-services',
    ])
    expect(await call('keepDrillSession', { id: 'outbox', text: 'mine' })).toEqual({
      ok: true,
      value: {},
    })
    expect(await call('listDrillSessions', {})).toEqual({
      ok: true,
      value: [{ id: 'outbox', text: 'mine' }],
    })
    const outside = await connected.send('keepDrillSession', { id: '../outbox', text: '' })
    expect(outside).toMatchObject({ reply: 'refused', problem: { code: 'host/bad-request' } })
  })

  test('the decks of cards are all there, and what is remembered is kept, taken back and joined', async () => {
    const decks = await call('listDecks', {})
    expect(decks.ok && decks.value.map(({ id }) => id).slice(0, 2)).toEqual(['network', 'http'])
    const memory = review(undefined, 'easy', 1_795_000_000_000)
    const card = 'network/dns'
    expect(await call('keepCard', { card, memory })).toEqual({ ok: true, value: {} })
    expect(await call('readCardProgress', {})).toEqual({ ok: true, value: { [card]: memory } })
    await call('keepCard', { card, memory: null })
    expect(await call('readCardProgress', {})).toEqual({ ok: true, value: {} })
    const cards = { 'of-a-later-version/card': memory }
    expect(await call('mergeCardProgress', { cards })).toEqual({ ok: true, value: cards })
    const outside = await connected.send('keepCard', { card: '../card', memory })
    expect(outside).toMatchObject({ reply: 'refused', problem: { code: 'host/bad-request' } })
  })

  test('what is saved is listed, opens again, and is saved over', async () => {
    answers.save = join(folder, 'Orders.dryrun.json')
    const saved = await call('saveAs', { name: 'Orders', draft: DRAFT, text: TEXT, replace: false })
    if (!saved.ok || saved.value === null) throw new Error('not saved')
    const { handle, revision } = saved.value
    const recent = await call('listRecent', {})
    expect(recent.ok && recent.value.map((file) => file.handle)).toEqual([handle])
    const opened = await call('openDocument', { handle })
    expect(opened).toMatchObject({ ok: true, value: { text: TEXT, revision, readOnly: false } })
    const text = TEXT.replace('Orders', 'Заказы')
    const again = await call('saveDocument', { handle, draft: DRAFT, text, revision })
    expect(again).toMatchObject({ ok: true, value: { handle, name: 'Orders.dryrun.json' } })
    const stale = await call('saveDocument', { handle, draft: DRAFT, text: TEXT, revision })
    expect(stale).toMatchObject({ ok: false, problems: [{ code: 'host/changed-on-disk' }] })
  })

  test('a file asked for from outside is taken once', async () => {
    const path = join(folder, 'asked.dryrun.json')
    await writeFile(path, TEXT)
    connected.host.requests.add(path)
    expect(await call('takeRequested', {})).toMatchObject({ ok: true, value: { text: TEXT } })
    expect(await call('takeRequested', {})).toEqual({ ok: true, value: null })
  })

  test('edits are kept, offered when their page is gone, and dropped by the save', async () => {
    answers.save = join(folder, 'Orders.dryrun.json')
    const saved = await call('saveAs', { name: 'Orders', draft: DRAFT, text: TEXT, replace: false })
    if (!saved.ok || saved.value === null) throw new Error('not saved')
    const { handle, revision } = saved.value
    const text = TEXT.replace('Orders', 'Orders, edited')
    const kept = { draft: DRAFT, title: 'Orders, edited', handle, revision, text }
    expect(await call('keepRecovery', kept)).toMatchObject({ ok: true })
    const none = { ok: true, value: { entries: [], damaged: 0 } }
    expect(await call('listRecovery', {})).toEqual(none)
    connected.host.pages.leave(PAGE)
    expect(await call('listRecovery', {})).toMatchObject({
      value: { entries: [{ draft: DRAFT, title: 'Orders, edited', name: 'Orders.dryrun.json' }] },
    })
    expect(await call('readRecovery', { draft: DRAFT, claim: true })).toMatchObject({
      value: { text, handle, disk: { state: 'same', text: TEXT, revision } },
    })
    expect(await call('listRecovery', {})).toEqual(none)
    expect(await call('saveDocument', { handle, draft: DRAFT, text, revision })).toMatchObject({
      ok: true,
    })
    connected.host.pages.leave(PAGE)
    expect(await call('listRecovery', {})).toEqual(none)
  })

  test('a save that failed drops nothing', async () => {
    const kept = { draft: DRAFT, title: 'Orders', handle: null, revision: null, text: TEXT }
    await call('keepRecovery', kept)
    const unknown = { handle: 'x'.repeat(22), draft: DRAFT, text: TEXT, revision: '' }
    expect(await call('saveDocument', unknown)).toMatchObject({ ok: false })
    connected.host.pages.leave(PAGE)
    const offered = await call('listRecovery', {})
    expect(offered.ok && offered.value.entries.map(({ draft }) => draft)).toEqual([DRAFT])
    expect(await call('dropRecovery', { draft: DRAFT })).toEqual({})
    expect(await call('listRecovery', {})).toMatchObject({ value: { entries: [] } })
  })

  test('the folder of scenarios is listed', async () => {
    await mkdir(join(folder, 'scenarios'))
    await writeFile(join(folder, 'scenarios', 'one.dryrun.json'), TEXT)
    const listed = await call('listFolder', {})
    expect(listed.ok && listed.value.map(({ name }) => name)).toEqual(['one.dryrun.json'])
  })

  test('SVG comes back as PNG', async () => {
    const picture = await call('rasterise', { svg: SVG, scale: 2 })
    expect(picture).toMatchObject({ ok: true, value: { width: 20, height: 40, scale: 2 } })
    const bytes = Buffer.from(picture.ok ? picture.value.pngBase64 : '', 'base64')
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  })

  test('what is no SVG is a problem', async () => {
    expect(await call('rasterise', { svg: 'not a picture', scale: 2 })).toMatchObject({ ok: false })
  })

  test('dialogs open and save where there are any, and may be cancelled', async () => {
    if (transport !== 'IPC') {
      const problem = { ok: false, problems: [{ code: 'host/no-dialogs' }] }
      expect(await call('openByDialog', {})).toMatchObject(problem)
      const picture = { name: 'a.png', contentBase64: '' }
      expect(await call('saveExport', picture)).toMatchObject(problem)
      return
    }
    expect(await call('openByDialog', {})).toEqual({ ok: true, value: null })
    const file = { name: 'a.png', contentBase64: Buffer.from('picture').toString('base64') }
    expect(await call('saveExport', file)).toEqual({ ok: true, value: null })
    answers.save = join(folder, 'a.png')
    expect(await call('saveExport', file)).toMatchObject({ ok: true, value: { name: 'a.png' } })
    expect(await readFile(answers.save, 'utf8')).toBe('picture')
  })

  test('news of the page is taken without an answer', async () => {
    expect(await call('setUnsaved', { unsaved: true, title: 'Orders', idle: false })).toEqual({})
    expect(await call('setLanguage', { language: 'ru' })).toEqual({})
  })

  test('a call that the contract has not is refused', async () => {
    for (const name of ['exec', '__proto__', 'constructor', 'hasOwnProperty', '../hostInfo', ' ']) {
      const reply = await connected.send(name, {})
      expect(reply).toMatchObject({ reply: 'refused', problem: { code: 'host/unknown-call' } })
    }
  })

  test.each(NAMES)(
    'row 7: %s answers any input with what the contract says or a refusal',
    async (name) => {
      const input = fc.oneof(
        fc.jsonValue(),
        fc.object({ withNullPrototype: false }),
        nearlyRight(name),
      )
      await fc.assert(
        fc.asyncProperty(input, async (given) => {
          const reply = await connected.send(name, JSON.parse(JSON.stringify(given)))
          if (reply.reply === 'refused') expect(reply.problem.code).toBe('host/bad-request')
          else CONTRACT[name].output.parse(reply.output)
        }),
        { numRuns: counted(name === 'rasterise' ? 300 : 1_000) },
      )
    },
  )
})

/** Objects with the fields that a call has, and something else in them. */
function nearlyRight(name: CallName): fc.Arbitrary<unknown> {
  const fields = Object.keys(CONTRACT[name].input.shape)
  const values = fields.map((field) => [field, fc.oneof(fc.jsonValue(), fc.string(), fc.boolean())])
  return fc.record(Object.fromEntries(values) as Record<string, fc.Arbitrary<unknown>>, {
    requiredKeys: [],
  })
}
