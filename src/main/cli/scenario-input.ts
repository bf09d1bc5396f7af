/** A scenario named on the command line: read, parsed, or complained about with every problem at once. */
import { parseScenario } from '../../shared/scenario/parse'
import type { Scenario } from '../../shared/scenario/scenario'
import { openFile } from '../library/open-file'
import { complainAbout } from './output'

/** The scenario, or undefined where it cannot be used, which has then been said. */
export async function usableScenario(file: string): Promise<Scenario | undefined> {
  const opened = await openFile(file)
  const read = opened.ok ? parseScenario(opened.value.text) : opened
  if (read.ok) return read.value
  complainAbout(file, read.problems)
  return undefined
}
