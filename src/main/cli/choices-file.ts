/** `--choices FILE`: choices as `dryrun explore --json` prints them, alone or inside what it printed. */
import type { Outcome } from '../../shared/base/problem'
import type { ChoiceRecord } from '../../shared/engine/choices'
import { z } from '../../shared/scenario/zod'
import { failed } from '../host-problem'
import { openFile } from '../library/open-file'

const CHOICES_MAX = 1_000_000

/** What a record says is checked where it is looked up among the choices that there are. */
const record = z.custom<ChoiceRecord>((value) => typeof value === 'object' && value !== null)
const records = z.array(record).max(CHOICES_MAX)
const schema = z.union([
  records,
  z.object({ choices: records }).transform(({ choices }) => choices),
  z
    .object({ violations: z.array(z.object({ choices: records })).min(1) })
    .transform(({ violations }) => violations[0]?.choices ?? []),
])

/** Of an exploration with several violations the first is taken. */
export async function readChoices(file: string): Promise<Outcome<readonly ChoiceRecord[]>> {
  const opened = await openFile(file)
  if (!opened.ok) return opened
  const parsed = schema.safeParse(parseJson(opened.value.text))
  return parsed.success ? { ok: true, value: parsed.data } : failed('host/no-choices')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
