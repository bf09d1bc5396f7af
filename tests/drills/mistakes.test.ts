/** The mistakes of the interview notes (domain.md A): where each is corrected, and that none is taught. */
import { expect, test } from 'vitest'
import { cardKey } from '../../src/shared/cards/deck'
import { textIn } from '../../src/shared/scenario/text'
import { DECKS } from '../support/decks'
import { DRILL_IDS, drill } from '../support/drills'

const CORRECTED: Readonly<Record<string, readonly string[]>> = {
  S01: ['onion-layered'],
  S02: ['onion-layered'],
  S03: ['onion-layered'],
  S04: ['idempotent-methods'],
  S05: ['idempotent-methods'],
  S06: ['idempotent-methods'],
  S07: ['idempotency-key', 'idempotent-methods'],
  S08: ['http-request'],
  S09: ['http-tcp'],
  S10: ['http-request'],
  S11: ['http-request'],
  S12: ['protocols'],
  S13: ['http-https'],
  S14: ['protocols'],
  S15: ['protocols'],
  S16: ['other-protocols'],
  S17: ['other-protocols'],
  S18: ['other-protocols'],
  S19: ['protocols'],
  S20: ['architectures'],
  S21: ['microservices-monolith'],
  S22: ['microservices-monolith'],
  S23: ['rest-brokers-grpc'],
  S24: ['rest-brokers-grpc'],
  S25: ['rest-brokers-grpc'],
  S26: ['ways-to-interact'],
  S27: ['rest-brokers-grpc'],
  S28: ['rest-brokers-grpc'],
  S29: ['outbox', 'three-services'],
  S30: ['three-services'],
  S31: ['three-services'],
  S32: ['at-most-once', 'three-services'],
  S33: ['five-services'],
  S34: ['five-services'],
  S35: ['five-services'],
  S36: ['orchestrator'],
}

/** The same by cards. */
const CORRECTED_BY_CARDS: Readonly<Record<string, readonly string[]>> = {
  S01: ['styles/onion-call-out', 'styles/onion-rule'],
  S02: ['styles/layered', 'styles/onion-layered'],
  S03: ['styles/onion-rings'],
  S04: ['http/idempotent'],
  S05: ['http/safe-methods'],
  S06: ['http/idempotent-list'],
  S07: ['http/post-repeat'],
  S08: ['http/http-udp'],
  S09: ['http/http-versions'],
  S10: ['http/http-body-length', 'http/http-request'],
  S11: ['http/http-empty-line'],
  S12: ['network/tcp-stream'],
  S13: ['network/https-differs', 'network/tls-gives', 'network/tls-versions'],
  S14: ['http/http-what'],
  S15: ['network/udp-datagram'],
  S16: ['network/ftp', 'network/sftp'],
  S17: ['network/smtp', 'network/smtp-twice'],
  S18: ['network/ssh'],
  S19: ['network/other-protocols', 'network/which-protocols'],
  S20: ['styles/two-axes'],
  S21: ['styles/monolith-scale'],
  S22: ['styles/micro-or-mono', 'styles/microservices'],
  S23: ['messaging/kinds-of-things'],
  S24: ['messaging/rabbit-or-kafka'],
  S25: ['messaging/amqp-versions'],
  S26: ['messaging/rest-constraints'],
  S27: ['messaging/grpc'],
  S28: ['messaging/websocket'],
  S29: [
    'services/three-publisher',
    'transactions/dual-write',
    'transactions/outbox',
    'transactions/publish-first',
  ],
  S30: ['services/three-result'],
  S31: ['services/three-notify'],
  S32: ['delivery/redelivery', 'services/three-charge', 'transactions/inbox'],
  S33: ['services/five-double'],
  S34: ['services/five-users', 'styles/shared-database'],
  S35: ['services/five-payment'],
  S36: [
    'services/orchestrator',
    'services/orchestrator-kubernetes',
    'services/orchestrator-restart',
  ],
}

const drills = DRILL_IDS.map(drill)
const cards = DECKS.flatMap((deck) =>
  deck.cards.map((card) => ({ key: cardKey(deck, card), card })),
)

test('each of the 36 mistakes is corrected, and here it says by which drill', () => {
  const found: Record<string, string[]> = {}
  for (const { id, corrects = [] } of drills)
    for (const { mistake } of corrects) found[mistake] = [...(found[mistake] ?? []), id].sort()
  expect(Object.keys(CORRECTED)).toHaveLength(36)
  expect(found).toEqual(CORRECTED)
})

test('each of them is corrected by a card as well', () => {
  const found: Record<string, string[]> = {}
  for (const { key, card } of cards)
    for (const mistake of card.corrects ?? [])
      found[mistake] = [...(found[mistake] ?? []), key].sort()
  expect(Object.keys(CORRECTED_BY_CARDS)).toEqual(Object.keys(CORRECTED))
  expect(found).toEqual(CORRECTED_BY_CARDS)
})

/** What the notes say wrongly, as it would read in either language. */
const WRONG: readonly RegExp[] = [
  /inner (rings|layers) may use outer|внутренни\S+ слоям? \S*обращаться к внешним/i,
  /depend on each other in both directions|двунаправленн|зависят друг от друга в обе стороны/i,
  /mixes the layers|смешива\S+ сло/i,
  /every answer is the same|все ответы одинаковы/i,
  /first request changes nothing|первый запрос тоже ничего не меняет/i,
  /every version of HTTP uses TCP|любая версия HTTP использует TCP/i,
  /HTTP never runs over UDP|HTTP никогда не идёт поверх UDP/i,
  /four alternatives|четыре варианта на выбор/i,
  /cannot be scaled horizontally|нельзя масштабировать горизонтально/i,
  /AMQP 1\.0 is a later revision|AMQP 1\.0 — новая редакция/i,
  /SMTP reads a mailbox|SMTP читает/i,
  /SFTP is FTP over TLS|SFTP — это FTP/i,
  /same as a container orchestrator|то же, что оркестратор контейнеров/i,
]

interface Said {
  readonly text: string
  readonly isOffered: boolean
}

/** Every text of a drill; of what is offered to be refused, that it is. */
function textsOf(value: unknown, isOffered = false): readonly Said[] {
  if (typeof value === 'string') return [{ text: value, isOffered }]
  if (Array.isArray(value)) return value.flatMap((one) => textsOf(one, isOffered))
  if (typeof value !== 'object' || value === null) return []
  const isWrong = 'right' in value && value.right === false
  return Object.entries(value).flatMap(([field, inner]) =>
    textsOf(inner, field === 'text' ? isWrong : isOffered),
  )
}

test.each(WRONG)('%s is only ever said to be refused', (wrong) => {
  const said = drills.flatMap((one) => textsOf(one)).filter(({ text }) => wrong.test(text))
  expect(said.length).toBeGreaterThan(0)
  expect(said.filter(({ isOffered }) => !isOffered)).toEqual([])
  expect(textsOf(DECKS).filter(({ text }) => wrong.test(text))).toEqual([])
})

test('every text is there in both languages', () => {
  const missing: string[] = []
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return
    if ('en' in value && 'ru' in value) {
      const { en, ru } = value as { en: string; ru: string }
      // Names, ports and bytes are the same everywhere.
      if (en.trim() === '' || ru.trim() === '') missing.push(path)
      else if (/[a-z]{3,} [a-z]{3,}/.test(en) && !/[а-яё]/i.test(ru)) missing.push(path)
      return
    }
    for (const [field, inner] of Object.entries(value)) walk(inner, `${path}.${field}`)
  }
  for (const one of drills) walk(one, one.id)
  expect(missing).toEqual([])
})

test('all 14 questions of the notes are drills, and at least six more', () => {
  expect(drills.length).toBeGreaterThanOrEqual(20)
  expect(drills.filter(({ group }) => group === 'reliability').length).toBeGreaterThanOrEqual(6)
  for (const one of drills) {
    expect((one.sources ?? []).length, one.id).toBeGreaterThan(0)
    expect((one.model.text ?? []).length, one.id).toBeGreaterThan(0)
    expect(textIn(one.question, 'ru').length, one.id).toBeGreaterThan(20)
  }
})
