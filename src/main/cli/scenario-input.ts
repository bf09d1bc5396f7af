/** A scenario named on the command line: read, parsed, or complained about with every problem at once. */
import { parseScenario } from '../../shared/scenario/parse'
import type { Scenario } from '../../shared/scenario/scenario'
import { mostSimilar } from '../../shared/scenario/similar'
import { readTemplates } from '../host/templates'
import { openFile } from '../library/open-file'
import { complain, complainAbout } from './output'

/** The file's scenario, or undefined where it cannot be used, which has then been said. */
export async function usableScenario(file: string): Promise<Scenario | undefined> {
  const opened = await openFile(file)
  const read = opened.ok ? parseScenario(opened.value.text) : opened
  if (read.ok) return read.value
  complainAbout(file, read.problems)
  return undefined
}

/** As above; where there is no such file, the name of a built-in scenario is understood too. */
export async function scenarioNamed(name: string): Promise<Scenario | undefined> {
  const opened = await openFile(name)
  if (opened.ok || opened.problems.some(({ code }) => code !== 'host/not-found'))
    return usableScenario(name)
  const templates = await readTemplates()
  const template = templates.find(({ id }) => id === name)
  const parsed = template === undefined ? undefined : parseScenario(template.text)
  if (parsed?.ok) return parsed.value
  const similar = mostSimilar(
    name,
    templates.map(({ id }) => id),
  )
  const hint = similar === undefined ? '' : `; did you mean the built-in scenario "${similar}"?`
  complain(`${name}: there is no such file, nor a built-in scenario of that name${hint}`)
  return undefined
}
