/**
 * The promises of domain.md 4.4 that this board can state, as sentences: the effects, the rows and their
 * statuses are those that its handlers name. What a board cannot state comes with the reason. Two of the
 * list no board can state: I12 (bounded work) and I13 (no head-of-line blocking), for no name counts
 * deliveries or compares two keys. I5 is kept for all kinds of notification together: a count has no kind.
 */
import { handlersOf } from '../../../shared/engine/infer'
import { innermost } from '../../../shared/scenario/rewrite-actions'
import type { Invariant, Scenario } from '../../../shared/scenario/scenario'
import { SENTENCES, type Sentence } from './invariant-sentences'

/** Why a sentence cannot be said of this board; a key of the inspector's words. */
export type WhyNot =
  | 'okIsSilence'
  | 'noOrder'
  | 'noRow'
  | 'noEffect'
  | 'noRefund'
  | 'noDead'
  | 'noPaid'
  | 'noSays'

export interface CommonInvariant {
  /** Of domain.md 4.4; `DL` for what is dead, which stands in semantics.md only. */
  readonly source: string
  readonly invariant: Invariant
  /** There: the board has nothing that it could be about. */
  readonly whyNot?: WhyNot
}

/** What the handlers of a board do, as far as an expression can name it. */
interface Named {
  readonly isOrderMade: boolean
  readonly effects: readonly string[]
  readonly says: ReadonlySet<string>
  /** The row that tells how an order stands, and what it may say. */
  readonly row: string | undefined
  readonly statuses: readonly string[]
}

const BEGUN = /^(new|pending|created|placed|started|open|opened|waiting|accepted|received|saved)$/
/** How an order ends that came to nothing. */
const DEAD = /^(cancell?ed|rejected|declined|failed|refused|void|refunded)$/
const PAID = /^(paid|charged|captured)$/
/** What takes back another effect, and so is promised nothing of its own but to take back no more. */
const TAKES_BACK = new Set(['refund'])

/** In the order of domain.md 4.4; ids differ from one another, not from those that the scenario has. */
export function commonInvariants(scenario: Scenario): readonly CommonInvariant[] {
  const named = namedOn(scenario)
  const { effects, says, row = 'order', statuses } = named
  const forward = effects.filter((effect) => !TAKES_BACK.has(effect))
  const told = forward.find((effect) => says.has(effect)) ?? 'notify'
  const money = effects.includes('charge') ? 'charge' : (forward[0] ?? 'charge')
  const dead = statuses.filter((status) => DEAD.test(status))
  const ended = statuses.filter((status) => !BEGUN.test(status))
  const paid = statuses.find((status) => PAID.test(status))
  const isStored = `rows.${row} != 'none'`
  const net = (name: string) => netOf(name, money, effects)
  const noRow = named.row === undefined && 'noRow'
  const noEffect = forward.length === 0 && 'noEffect'
  const noRefund = !effects.includes('refund') && 'noRefund'
  const about = forward.length === 0 ? [money] : forward
  const alive = dead.map((status) => ` || rows.${row} == '${status}'`).join('')

  return [
    always('I0', SENTENCES.oneOrder(), 'intent.orders <= 1', !named.isOrderMade && 'noOrder'),
    ...about.map((effect) =>
      always(
        effect === money ? 'I1' : 'I5',
        SENTENCES.once(effect),
        `effects.${effect} <= 1`,
        noEffect,
      ),
    ),
    always('I1b', SENTENCES.oncePerIntent(money), `${net('intent.effects')} <= 1`, noEffect),
    ...about.map((effect) => {
      const other = effect === money ? alive : ''
      const expression = `rows.${row} == 'none'${other} || effects.${effect} >= 1`
      const source = effect === money ? 'I2' : 'I3'
      return finallyHolds(source, SENTENCES.happens(effect), expression, noRow || noEffect)
    }),
    finallyHolds(
      'I4',
      SENTENCES.paidIsTrue(paid ?? 'paid', money),
      `rows.${row} != '${paid ?? 'paid'}' || ${net('effects')} == 1`,
      noRow || (paid === undefined && 'noPaid') || noEffect,
    ),
    finallyHolds(
      'I6',
      SENTENCES.toldTheTruth(),
      `effects.${told} == 0 || last.${told} == rows.${row}`,
      noRow || (says.size === 0 && 'noSays'),
    ),
    finallyHolds(
      'I7',
      SENTENCES.noFalseFailure(money),
      `intent.effects.${money} == 0 || intent.replies.exists(status, status >= 200 && status < 300)`,
      noEffect || (isAskedByGrpc(scenario) && 'okIsSilence'),
    ),
    finallyHolds(
      'I8',
      SENTENCES.settled(ended),
      `rows.${row} in [${['none', ...ended].map((status) => `'${status}'`).join(', ')}]`,
      noRow || (ended.length === dead.length && 'noDead'),
    ),
    ...about.map((effect) =>
      finallyHolds(
        'I9',
        SENTENCES.noPhantom(effect),
        `effects.${effect} == 0 || ${isStored}`,
        noRow || noEffect,
      ),
    ),
    finallyHolds(
      'I10',
      SENTENCES.noMoneyForDead(dead.length === 0 ? ['cancelled'] : dead, money),
      `!(rows.${row} in [${dead.map((status) => `'${status}'`).join(', ')}]) || ${net('effects')} <= 0`,
      noRow || (dead.length === 0 && 'noDead') || noEffect,
    ),
    always('I11', SENTENCES.noOverRefund(), 'effects.refund <= effects.charge', noRefund),
    finallyHolds('DL', SENTENCES.noDeadLetters(), 'deadLetters == 0', false),
  ]
}

/** `intent.replies` has 0 for no answer, and 0 is OK in gRPC: who was told what cannot be told. */
function isAskedByGrpc({ services, connections }: Scenario): boolean {
  const clients = new Set(services.flatMap(({ id, kind }) => (kind === 'client' ? [id] : [])))
  return connections.some(({ from, protocol }) => clients.has(from) && protocol === 'grpc')
}

function namedOn(scenario: Scenario): Named {
  const handlers = scenario.services.flatMap((service) => handlersOf(scenario, service))
  const all = handlers.flatMap((handler) => innermost(handler.do))
  const saves = all.flatMap((action) => ('save' in action ? [action] : []))
  const created = handlers
    .filter(({ creates }) => creates === 'order')
    .flatMap((handler) => innermost(handler.do))
    .find((action) => 'save' in action)
  const named = saves.find(({ save }) => save === 'order') ?? created ?? saves[0]
  const row = named && 'save' in named ? named.save : undefined
  const effects = all.flatMap((action) => ('effect' in action ? [action] : []))
  return {
    isOrderMade: handlers.some(({ creates }) => creates === 'order'),
    effects: [...new Set(effects.map(({ effect }) => effect))].filter(isWord),
    says: new Set(effects.flatMap(({ effect, says }) => (says === undefined ? [] : [effect]))),
    row: row !== undefined && isWord(row) ? row : undefined,
    statuses: [...new Set(saves.filter(({ save }) => save === row).map(({ as }) => as))].filter(
      (status) => !status.includes("'") && !status.includes('\\'),
    ),
  }
}

/** What an expression can name after a full stop. */
function isWord(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name)
}

/** How often less how often taken back, where the board takes back. */
function netOf(name: string, money: string, effects: readonly string[]): string {
  const isTakenBack = money === 'charge' && effects.includes('refund')
  return isTakenBack ? `${name}.charge - ${name}.refund` : `${name}.${money}`
}

function always(
  source: string,
  { id, title }: Sentence,
  expression: string,
  whyNot: WhyNot | false,
): CommonInvariant {
  return { source, invariant: { id, title, always: expression }, ...(whyNot && { whyNot }) }
}

function finallyHolds(
  source: string,
  { id, title }: Sentence,
  expression: string,
  whyNot: WhyNot | false,
): CommonInvariant {
  return { source, invariant: { id, title, finally: expression }, ...(whyNot && { whyNot }) }
}
