/** The published JSON Schema of the file (draft 2020-12), made from the schemas that check it. */
import { actionSchema } from './action'
import { FORMAT_VERSION, scenarioSchema } from './scenario'
import { z } from './zod'

/** What other programs may check a `*.dryrun.json` by. References between things are not in it. */
export function scenarioJsonSchema(): Record<string, unknown> {
  const named = z.registry<{ id: string }>()
  named.add(actionSchema, { id: 'Action' })
  return {
    ...z.toJSONSchema(scenarioSchema, { target: 'draft-2020-12', metadata: named }),
    title: `Dryrun scenario, version ${FORMAT_VERSION}`,
  }
}
