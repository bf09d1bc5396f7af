/** Names for new scenario files: what a person may call one, on every system that the file may travel to. */
import type { Outcome } from '../../shared/base/problem'
import { failed } from '../host-problem'
import { SCENARIO_ENDING } from './folder'

const NAME_BYTES_MAX = 255
// Control characters and what Windows and every path syntax keep for themselves.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
const FORBIDDEN = /[\u0000-\u001f\u007f<>:"/\\|?*]/
const RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i

/** `name` as a scenario file's name, its ending added where it lacks one. */
export function scenarioFileName(name: string): Outcome<string> {
  const full = withEnding(name.trim())
  const stem = full.slice(0, -SCENARIO_ENDING.length)
  const strange = FORBIDDEN.test(full) || RESERVED.test(full) || /^\.|[ .]$/.test(stem)
  if (stem === '' || strange) return failed('host/bad-name', { name })
  if (Buffer.byteLength(full) > NAME_BYTES_MAX) return failed('host/name-too-long', { name })
  return { ok: true, value: full }
}

/** A name or path with the ending of a scenario file. */
export function withEnding(name: string): string {
  if (name.toLowerCase().endsWith(SCENARIO_ENDING)) return name
  const stem = name.toLowerCase().endsWith('.json') ? name.slice(0, -'.json'.length) : name
  return `${stem}${SCENARIO_ENDING}`
}

/** What a scenario out of a picture is first called: `orders.png` carries `orders.dryrun.json`. */
export function carriedName(picture: string): string {
  return withEnding(picture.replace(/\.(png|svg)$/i, ''))
}
