/** The built-in drills as files, and drills named on the command line. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Outcome } from '../../shared/base/problem'
import { DRILL_ENDING, DRILL_GROUPS, type Drill } from '../../shared/drills/drill'
import { parseDrill } from '../../shared/drills/parse-drill'
import { failed } from '../host-problem'
import { openFile } from '../library/open-file'
import { resourcesFolder } from '../resources'

type Placed = Pick<Drill, 'id' | 'group' | 'place'>

const folder = (): string => join(resourcesFolder(), 'drills')

/** The text of each, by id. */
export async function readDrillFiles(): Promise<readonly { id: string; text: string }[]> {
  const names = (await readdir(folder())).filter((name) => name.endsWith(DRILL_ENDING)).sort()
  return Promise.all(
    names.map(async (name) => ({
      id: name.slice(0, -DRILL_ENDING.length),
      text: await readFile(join(folder(), name), 'utf8'),
    })),
  )
}

/**
 * The texts of all built-in drills, in the order in which they are shown. Not parsed: the page does that, as
 * with those of the user's own, and the host would make each start wait for it a second time.
 */
export async function readDrillTexts(): Promise<readonly { id: string; text: string }[]> {
  const files = await readDrillFiles()
  const placed = files.map((file) => ({ file, shown: JSON.parse(file.text) as Placed }))
  return placed.sort((a, b) => inShownOrder(a.shown, b.shown)).map(({ file }) => file)
}

/** All built-in drills, in the order in which they are shown. */
export async function readDrills(): Promise<readonly Drill[]> {
  const drills = (await readDrillFiles()).map(({ id, text }) => {
    const parsed = parseDrill(text)
    if (!parsed.ok) throw new Error(`the built-in drill ${id} does not parse`)
    return parsed.value
  })
  return drills.sort(inShownOrder)
}

function inShownOrder(a: Placed, b: Placed): number {
  const groups = DRILL_GROUPS.indexOf(a.group) - DRILL_GROUPS.indexOf(b.group)
  const place = (one: Placed) => one.place ?? Number.POSITIVE_INFINITY
  if (groups !== 0) return groups
  return place(a) === place(b) ? (a.id < b.id ? -1 : 1) : place(a) - place(b)
}

/** A built-in drill by its id, or one that somebody wrote, by its file. */
export async function findDrill(name: string): Promise<Outcome<Drill>> {
  const drills = await readDrills()
  const known = drills.find(({ id }) => id === name)
  if (known !== undefined) return { ok: true, value: known }
  if (!name.endsWith('.json') && !/[\\/]/.test(name))
    return failed('host/no-drill', { name, known: drills.map(({ id }) => id).join(', ') })
  const opened = await openFile(name)
  return opened.ok ? parseDrill(opened.value.text) : opened
}
