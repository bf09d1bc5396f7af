/** The built-in drills for tests, their grades, and the same board as somebody else would have drawn it. */
import { readdirSync, readFileSync } from 'node:fs'
import type { Answer } from '../../src/shared/drills/answer'
import type { Drill } from '../../src/shared/drills/drill'
import { grade } from '../../src/shared/drills/grade'
import { parseDrill } from '../../src/shared/drills/parse-drill'
import type { Grade } from '../../src/shared/drills/result'
import { parseScenario } from '../../src/shared/scenario/parse'
import type { Scenario } from '../../src/shared/scenario/scenario'

export const DRILL_IDS: readonly string[] = readdirSync('resources/drills').map((name) =>
  name.replace('.drill.json', ''),
)

export function drill(id: string): Drill {
  const parsed = parseDrill(readFileSync(`resources/drills/${id}.drill.json`, 'utf8'))
  if (parsed.ok) return parsed.value
  throw new Error(
    `${id}: ${parsed.problems.map((one) => `${one.path}: ${one.message}`).join('; ')}`,
  )
}

/** Without a clock: a search ends by its own limits. */
export function gradeOf(of: Drill, answer: Answer): Grade {
  return grade(of, answer, { nowSeconds: () => 0 })
}

export function failedIds({ checks }: Grade): readonly string[] {
  return checks.filter(({ status }) => status === 'failed').map(({ id }) => id)
}

/** A scenario as parsed, so that a test's edit by hand is one that a file could hold. */
export function asScenario(raw: unknown): Scenario {
  const parsed = parseScenario(JSON.stringify(raw))
  if (parsed.ok) return parsed.value
  throw new Error(parsed.problems.map((one) => `${one.path}: ${one.message}`).join('; '))
}

const WORDS: Readonly<Record<string, string>> = {
  charge: 'списание',
  notify: 'письмо',
  refund: 'возврат',
  paid: 'оплачен',
  captured: 'списано',
  charged: 'списано',
  rejected: 'отклонён',
  declined: 'отказ',
  cancelled: 'отменён',
  pending: 'ждёт оплаты',
  new: 'новый',
}
/** Rows are named in conditions, which have Latin letters only. */
const ROWS: Readonly<Record<string, string>> = { order: 'zakaz', payment: 'platezh' }

/**
 * The same design by somebody who thinks in Russian: other ids, Russian names, words and operations, and no
 * box taken from the palette.
 */
export function inRussian(board: Scenario): Scenario {
  const ids = new Map<string, string>()
  for (const [index, { id }] of board.services.entries()) ids.set(id, `b${index + 1}`)
  for (const [index, { id }] of board.connections.entries()) ids.set(id, `l${index + 1}`)
  const id = (old: string) => ids.get(old) ?? old
  const word = (old: string) => WORDS[old] ?? old
  const row = (old: string) => ROWS[old] ?? old
  const event = (old: string) => old.replace('Order', 'Заказ').replace('Payment', 'Оплата')
  const condition = (text: string) =>
    text
      .replace(/rows\.(\w+)/g, (_, old: string) => `rows.${row(old)}`)
      .replace(/'(\w+)'/g, (_, old: string) =>
        ['ok', 'error', 'refused', 'timeout', 'none'].includes(old) ? `'${old}'` : `'${word(old)}'`,
      )
  const CHANGED: Readonly<Record<string, (old: string) => string>> = {
    id,
    from: id,
    to: id,
    call: id,
    push: id,
    connection: id,
    poison: id,
    save: row,
    as: word,
    says: word,
    effect: word,
    event,
    publish: event,
    if: condition,
    operation: (old) => old.replace('/orders', '/заказы').replace('/users', '/пользователи'),
  }
  const change = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(change)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).flatMap(([field, inner]) => {
        if (field === 'role') return []
        if (field === 'name') return [[field, RUSSIAN_NAMES[inner.en ?? inner] ?? 'Сервис']]
        if (field === 'outcomes')
          return [[field, Object.fromEntries(Object.entries(inner).map(([k, v]) => [word(k), v]))]]
        const renamed = typeof inner === 'string' && CHANGED[field]
        return [[field, renamed ? renamed(inner) : change(inner)]]
      }),
    )
  }
  const { invariants: _promises, ...rest } = board
  return asScenario(change(rest))
}

const RUSSIAN_NAMES: Readonly<Record<string, string>> = {
  Client: 'Покупатель',
  Orders: 'Магазин',
  Notifications: 'Почтальон',
  'Card charge': 'Касса',
  Bank: 'Эквайер',
  Users: 'Анкеты',
  Payment: 'Расчёты',
  Orchestrator: 'Дирижёр',
}
