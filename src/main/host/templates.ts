/** The built-in scenarios as files: which there are, in which group each is shown, and their text. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { TEMPLATE_GROUPS, type TemplateGroup } from '../../shared/host/contract'
import { SCENARIO_ENDING } from '../library/folder'
import { resourcesFolder } from '../resources'

export interface Template {
  /** The file's name without its ending: `three-services`. */
  readonly id: string
  readonly group: TemplateGroup
  readonly text: string
}

/** The simplest first, as a newcomer should meet them; of the studies each next to its remedy. */
const GROUPS: Readonly<Record<TemplateGroup, readonly string[]>> = {
  scenarios: ['three-services', 'five-services', 'orchestrated'],
  reliable: ['three-services-reliable', 'five-services-reliable', 'orchestrated-reliable'],
  studies: [
    'dual-write',
    'outbox',
    'inbox',
    'idempotency-key',
    'at-most-once',
    'poison-message',
    'competing-consumers',
    'kafka-replay',
    'retry-storm',
    'saga-compensation',
    'cancel-race',
  ],
  styles: ['monolith', 'microservices', 'layered', 'onion'],
}

const ORDER: readonly string[] = Object.values(GROUPS).flat()

/** What is named in no group is a study, after the others and by name. */
function groupOf(id: string): TemplateGroup {
  return TEMPLATE_GROUPS.find((group) => GROUPS[group].includes(id)) ?? 'studies'
}

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
      group: groupOf(id),
      text: await readFile(join(folder, `${id}${SCENARIO_ENDING}`), 'utf8'),
    })),
  )
}
