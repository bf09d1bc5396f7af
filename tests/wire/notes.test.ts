/** What the view says of packets: every note in both languages, and no note that no packet bears. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PROTOCOLS } from '../../src/shared/scenario/connection'
import { hasWire } from '../../src/shared/wire/hop'
import { WIRE_NOTES } from '../../src/shared/wire/wire-note'
import { drawn, hopIn } from './hops'

test.each(['en', 'ru'])('every note has its sentence (%s)', (language) => {
  const texts = JSON.parse(readFileSync(`resources/locales/${language}/wire.json`, 'utf8'))
  const told = Object.keys(texts).filter((key) => key.startsWith('note.'))
  expect(told.sort()).toEqual(WIRE_NOTES.map((note) => `note.${note}`).sort())
})

test('every note is on a packet of some hop', () => {
  const lines = PROTOCOLS.filter(hasWire).flatMap((protocol) => [
    drawn({ protocol, event: 'paid' }),
    drawn({ protocol, event: 'paid', flavor: 'kafka', ack: 'before', idempotencyKey: true }),
    unconfirmed(protocol),
  ])
  const overTcp = (['1.2', '1.3', 'none'] as const).flatMap((tls) =>
    (['full', 'resumed', 'early'] as const).map((session) => ({ tls, session, dns: true })),
  )
  const overQuic = (['full', 'early'] as const).map((session) => ({ session, http3: true }))
  const settings = [...overTcp, ...overQuic]
  const seen = new Set(
    lines.flatMap((line) =>
      settings.flatMap((options) => hopIn(line, options).packets.map(({ note }) => note)),
    ),
  )
  expect(WIRE_NOTES.filter((note) => !seen.has(note))).toEqual([])
})

/** Published by a handler that waits for no confirm. */
function unconfirmed(protocol: (typeof PROTOCOLS)[number]) {
  const scenario = drawn({ protocol, event: 'paid' })
  const [client, ...others] = scenario.services
  if (client === undefined) throw new Error('a drawing has services')
  const handlers = [{ on: { event: 'x' }, do: [{ publish: 'paid', confirm: false as const }] }]
  return { ...scenario, services: [{ ...client, handlers }, ...others] }
}
