/** The built-in scenario, parsed: what a new user opens first. */
import { readFileSync } from 'node:fs'
import { parseScenario } from '../../src/shared/scenario/parse'

const parsed = parseScenario(readFileSync('resources/templates/three-services.dryrun.json', 'utf8'))
if (!parsed.ok) throw new Error(parsed.problems.map((problem) => problem.message).join('\n'))

export const threeServices = parsed.value
