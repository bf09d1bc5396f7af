/** The built-in scenarios as files: which there are, and their text. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SCENARIO_ENDING } from '../library/folder'
import { resourcesFolder } from '../resources'

export interface Template {
  /** The file's name without its ending: `three-services`. */
  readonly id: string
  readonly text: string
}

/** The simplest first, as a newcomer should meet them; what is not named here follows by name. */
const ORDER = ['three-services', 'five-services', 'orchestrated']

const place = (id: string): number => (ORDER.includes(id) ? ORDER.indexOf(id) : ORDER.length)

/** All of them, in the order in which they are shown. */
export async function readTemplates(): Promise<readonly Template[]> {
  const folder = join(resourcesFolder(), 'templates')
  const names = (await readdir(folder)).filter((name) => name.endsWith(SCENARIO_ENDING))
  const ids = names.map((name) => name.slice(0, -SCENARIO_ENDING.length))
  ids.sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
  return Promise.all(
    ids.map(async (id) => ({
      id,
      text: await readFile(join(folder, `${id}${SCENARIO_ENDING}`), 'utf8'),
    })),
  )
}
