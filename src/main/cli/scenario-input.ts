/** A scenario named on the command line: read, parsed, or complained about with every problem at once. */
import type { Outcome, Problem } from '../../shared/base/problem'
import { parseScenario } from '../../shared/scenario/parse'
import type { Scenario } from '../../shared/scenario/scenario'
import { openFile } from '../library/open-file'
import { complainAbout } from './output'

export interface ReadScenario {
  readonly scenario: Scenario
  readonly warnings: readonly Problem[]
}

export async function readScenario(file: string): Promise<Outcome<ReadScenario>> {
  const opened = await openFile(file)
  if (!opened.ok) return opened
  const parsed = parseScenario(opened.value.text)
  if (!parsed.ok) return { ok: false, problems: parsed.problems }
  return { ok: true, value: { scenario: parsed.value, warnings: parsed.warnings } }
}

/** The scenario, or undefined where it cannot be used, which has then been said. */
export async function usableScenario(file: string): Promise<Scenario | undefined> {
  const read = await readScenario(file)
  if (read.ok) return read.value.scenario
  complainAbout(file, read.problems)
  return undefined
}
