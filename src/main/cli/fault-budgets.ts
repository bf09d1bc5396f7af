/**
 * `--faults crash=1,duplicate=1`: how many faults of each kind a search may try; `any=2`: and how many in all,
 * of whatever kind but those that are asked for by name if none is named.
 */
import {
  type FaultBudgets,
  ofEveryKind,
  SEARCHED_FAULTS,
} from '../../shared/engine/searched-faults'
import { mostSimilar } from '../../shared/scenario/similar'

export const BUDGET_MAX = 9

export interface FaultsAllowed {
  readonly budgets: FaultBudgets
  /** In all; undefined: as many as the kinds allow. */
  readonly faultsMax?: number
}

export type ParsedBudgets =
  | { readonly ok: true; readonly allowed: FaultsAllowed }
  | { readonly ok: false; readonly message: string }

/** `none` is a search without any fault. */
export function parseBudgets(text: string): ParsedBudgets {
  const budgets: Record<string, number> = {}
  if (text === 'none') return { ok: true, allowed: { budgets } }
  for (const part of text.split(',')) {
    const [name = '', count = '1', ...rest] = part.trim().split('=')
    if (!NAMED.includes(name)) {
      const similar = mostSimilar(name, NAMED)
      const hint = similar === undefined ? '' : `; did you mean "${similar}"?`
      return wrong(text, `no fault "${name}"${hint}`)
    }
    if (!/^\d$/.test(count) || rest.length > 0 || name in budgets)
      return wrong(text, `write each kind once, as KIND=N with N from 0 to ${BUDGET_MAX}`)
    budgets[name] = Number(count)
  }
  return { ok: true, allowed: allowedBy(budgets) }
}

const IN_ALL = 'any'
const NAMED: readonly string[] = [...SEARCHED_FAULTS, IN_ALL]

/** A kind of which there are none is left out. */
function allowedBy(named: Readonly<Record<string, number>>): FaultsAllowed {
  const { [IN_ALL]: faultsMax, ...kinds } = named
  if (faultsMax === undefined) return { budgets: some(Object.entries(kinds)) }
  const each = Object.entries(Object.keys(kinds).length > 0 ? kinds : ofEveryKind(faultsMax))
  return { budgets: some(each), faultsMax }
}

function some(counts: readonly (readonly [string, number])[]): FaultBudgets {
  return Object.fromEntries(counts.filter(([, count]) => count > 0))
}

function wrong(text: string, message: string): ParsedBudgets {
  return { ok: false, message: `--faults ${text}: ${message}` }
}

/** `1 crash, 2 duplicates`; `no faults`; `2 faults in all (2 crashes, 2 duplicates)`. */
export function budgetsText({ budgets, faultsMax }: FaultsAllowed): string {
  if (faultsMax === undefined || Object.keys(budgets).length === 0) return kindsText(budgets)
  const faults = faultsMax === 1 ? 'fault' : 'faults'
  return `${faultsMax} ${faults} in all (${kindsText(budgets)})`
}

function kindsText(budgets: FaultBudgets): string {
  const parts = SEARCHED_FAULTS.flatMap((kind) => {
    const count = budgets[kind] ?? 0
    return count > 0 ? [`${count} ${NAMES[kind][count === 1 ? 0 : 1]}`] : []
  })
  return parts.length === 0 ? 'no faults' : parts.join(', ')
}

const NAMES: Readonly<Record<(typeof SEARCHED_FAULTS)[number], readonly [string, string]>> = {
  crash: ['crash', 'crashes'],
  'lose-request': ['lost request', 'lost requests'],
  'lose-response': ['lost response', 'lost responses'],
  duplicate: ['duplicate', 'duplicates'],
  delay: ['delay', 'delays'],
  reorder: ['overtaking', 'overtakings'],
  partition: ['cut line', 'cut lines'],
  'stop-broker': ['stopped broker', 'stopped brokers'],
}
