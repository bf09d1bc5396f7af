import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolders } from '../library/temporary-folder'
import { dryrun } from './dryrun'

const folderOf = temporaryFolders()
const card = { id: 'why', ask: 'Why?', answer: 'Because.', source: 'Me' }
const deck = { deck: 1, id: 'mine', place: 1, title: 'Mine', about: 'My own', cards: [card] }

interface Listed {
  readonly decks: readonly { readonly id: string; readonly cards: number; readonly own: boolean }[]
}
const own = (out: string) => (JSON.parse(out) as Listed).decks.filter((one) => one.own)

test('a deck of one’s own is added, listed after the built-in ones, and removed', async () => {
  const home = await folderOf()
  const env = { DRYRUN_HOME: home }
  const file = join(home, 'mine.cards.json')
  await writeFile(file, JSON.stringify(deck))
  const checked = await dryrun(['cards', file, '--json'], env)
  expect([checked.status, own(checked.out)]).toEqual([
    0,
    [{ id: 'mine', title: 'Mine', cards: 1, own: true }],
  ])
  expect(own((await dryrun(['cards', '--json'], env)).out)).toEqual([])
  expect(await dryrun(['cards', file, '--add'], env)).toMatchObject({ status: 0 })
  const listed = await dryrun(['cards', '--json'], env)
  expect((JSON.parse(listed.out) as Listed).decks.at(-1)).toMatchObject({ id: 'mine', own: true })
  expect(await dryrun(['cards', '--remove', 'mine'], env)).toMatchObject({ status: 0, err: '' })
  expect(own((await dryrun(['cards', '--json'], env)).out)).toEqual([])
  expect(await dryrun(['cards', '--remove', 'mine'], env)).toMatchObject({ status: 2, out: '' })
})

test('of a bad deck everything is said at once, and nothing of it is kept', async () => {
  const home = await folderOf()
  const env = { DRYRUN_HOME: home }
  const [bad, taken] = [join(home, 'bad.cards.json'), join(home, 'taken.cards.json')]
  const cards = [card, { ...card, answer: 7 }, { id: 'Two', ask: 'What?' }]
  await writeFile(bad, JSON.stringify({ ...deck, title: undefined, cards }))
  await writeFile(taken, JSON.stringify({ ...deck, id: 'http', cards: [card] }))
  const { status, out, err } = await dryrun(['cards', bad, taken, '--add'], env)
  expect([status, out]).toEqual([2, ''])
  for (const place of ['title', 'cards[1].answer', 'cards[2].id', 'cards[2].answer'])
    expect(err).toContain(`bad.cards.json: ${place}`)
  expect(err).toContain('taken.cards.json: id: the id "http" is that of a built-in deck')
  expect(own((await dryrun(['cards', '--json'], env)).out)).toEqual([])
})
