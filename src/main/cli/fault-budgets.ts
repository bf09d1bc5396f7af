/** `--faults crash=1,duplicate=1`: how many faults of each kind a search may try. */
import { type FaultBudgets, SEARCHED_FAULTS } from '../../shared/engine/searched-faults'
import { mostSimilar } from '../../shared/scenario/similar'

export const BUDGET_MAX = 9

export type ParsedBudgets =
  | { readonly ok: true; readonly budgets: FaultBudgets }
  | { readonly ok: false; readonly message: string }

/** `none` is a search without any fault. */
export function parseBudgets(text: string): ParsedBudgets {
  const budgets: Record<string, number> = {}
  if (text === 'none') return { ok: true, budgets }
  for (const part of text.split(',')) {
    const [name = '', count = '1', ...rest] = part.trim().split('=')
    if (!SEARCHED_FAULTS.some((kind) => kind === name)) {
      const similar = mostSimilar(name, SEARCHED_FAULTS)
      const hint = similar === undefined ? '' : `; did you mean "${similar}"?`
      return wrong(text, `no fault "${name}"${hint}`)
    }
    if (!/^\d$/.test(count) || rest.length > 0 || name in budgets)
      return wrong(text, `write each kind once, as KIND=N with N from 0 to ${BUDGET_MAX}`)
    if (Number(count) > 0) budgets[name] = Number(count)
  }
  return { ok: true, budgets }
}

function wrong(text: string, message: string): ParsedBudgets {
  return { ok: false, message: `--faults ${text}: ${message}` }
}

/** `1 crash, 2 duplicates`; `no faults`. */
export function budgetsText(budgets: FaultBudgets): string {
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
}
