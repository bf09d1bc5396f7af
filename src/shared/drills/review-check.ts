/** Checks over the design rules: none of the named rules finds anything. */
import { STYLE_PACKS, STYLES } from '../review/packs'
import { reviewScenario } from '../review/review'
import { RULES } from '../review/rules'
import { isAbout } from '../review/style'
import type { PlainBoard } from './plain-words'
import { failed, passed, type Verdict } from './result'

const PACK = 'pack:'

/** Ids of rules by pack: the styles of architecture, and all there are. */
export const RULE_PACKS: Readonly<Record<string, readonly string[]>> = {
  ...STYLE_PACKS,
  services: RULES.map(({ id }) => id),
}

/** Whether a name is that of a rule or, as `pack:NAME`, of a pack. */
export function isRuleName(name: string): boolean {
  return rulesOf(name).length > 0
}

function rulesOf(name: string): readonly string[] {
  if (name.startsWith(PACK)) return RULE_PACKS[name.slice(PACK.length)] ?? []
  return RULES.some(({ id }) => id === name) ? [name] : []
}

export function checkReview({ board }: PlainBoard, names: readonly string[]): Verdict {
  const found = reviewScenario(board).filter((finding) =>
    names.some((name) => {
      const style = STYLES.find((one) => name === PACK + one)
      const isMeant = style === undefined || isAbout(board, style, finding)
      return isMeant && rulesOf(name).includes(finding.rule)
    }),
  )
  if (found.length === 0) return passed()
  const rules = [...new Set(found.map(({ rule }) => rule))].join(', ')
  return {
    ...failed({ why: 'findings', count: found.length, rules }),
    findings: found.map(({ rule, path, things }) => ({ rule, path, things })),
  }
}
