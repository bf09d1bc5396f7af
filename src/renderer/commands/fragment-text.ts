/** Copied things as text: ordinary JSON, so that they pass between windows and survive a text editor. */
import { connectionSchema } from '../../shared/scenario/connection'
import type { Fragment } from '../../shared/scenario/edits'
import { noteSchema, zoneSchema } from '../../shared/scenario/scenario'
import { serviceSchema } from '../../shared/scenario/service'
import { z } from '../../shared/scenario/zod'

const THINGS_MAX = 5_000
const TEXT_CHARACTERS_MAX = 16 * 1024 * 1024

const fragmentSchema = z.strictObject({
  dryrunFragment: z.literal(1),
  services: z.array(serviceSchema).max(THINGS_MAX),
  connections: z.array(connectionSchema).max(THINGS_MAX),
  zones: z.array(zoneSchema).max(THINGS_MAX),
  notes: z.array(noteSchema).max(THINGS_MAX),
})

export function printFragment({ services, connections, zones, notes }: Fragment): string {
  return JSON.stringify({ dryrunFragment: 1, services, connections, zones, notes }, null, 2)
}

/** `undefined` for any other text: the clipboard is everybody's. */
export function parseFragment(text: string): Fragment | undefined {
  if (text.length > TEXT_CHARACTERS_MAX || !text.includes('"dryrunFragment"')) return undefined
  try {
    const parsed = fragmentSchema.safeParse(JSON.parse(text))
    if (!parsed.success) return undefined
    const { services, connections, zones, notes } = parsed.data
    return { services, connections, zones, notes }
  } catch {
    return undefined
  }
}
