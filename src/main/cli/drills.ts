/** `dryrun drills`: the built-in drills by group, or the JSON Schema by which one's own can be checked. */
import {
  DRILL_GROUPS,
  type Drill,
  type DrillGroup,
  drillJsonSchema,
} from '../../shared/drills/drill'
import { type Language, textIn } from '../../shared/scenario/text'
import { readDrills } from '../host/drills'
import { print, printJson } from './output'
import { STATUS, type Status } from './status'
import { columns } from './table'

const HEADINGS: Readonly<Record<DrillGroup, string>> = {
  drawing: 'Draw and explain',
  reliability: 'What an interviewer asks next',
  architecture: 'Architecture',
  network: 'Network',
}

interface DrillsOptions {
  readonly json?: true
  readonly schema?: true
  readonly language: Language
}

export async function listDrills({ json, schema, language }: DrillsOptions): Promise<Status> {
  if (schema) {
    printJson(drillJsonSchema())
    return STATUS.fine
  }
  const drills = await readDrills()
  if (json) {
    const listed = drills.map(({ id, group, title, minutes, checks }) => {
      return { id, group, title: textIn(title, language), minutes, checks: checks.length }
    })
    printJson({ drills: listed })
  } else print(listing(drills, language))
  return STATUS.fine
}

function listing(drills: readonly Drill[], language: Language): string {
  return DRILL_GROUPS.map((group) => {
    const rows = drills
      .filter((one) => one.group === group)
      .map(({ id, title, minutes }) => [`  ${id}`, textIn(title, language), `${minutes} min`])
    return [HEADINGS[group], ...columns(rows)].join('\n')
  }).join('\n\n')
}
