/** A hop for a person at a terminal: its packets as a table, their bytes where asked for. */
import english from '../../../resources/locales/en/wire.json'
import { type Annotated, hexOf } from '../../shared/wire/bytes/annotated'
import type { Hop } from '../../shared/wire/hop'
import type { Packet } from '../../shared/wire/transport/conversation'
import { columns } from './table'
import { wrapped } from './wrapped'

const BYTES_A_LINE = 16
const LETTERS_MAX = 100

export function wireText(hop: Hop, withBytes: boolean): string {
  const { roundTrips, timesUs, latencyUs, thinkUs } = hop
  const counted = (trips: number) => `${trips} ${trips === 1 ? 'round trip' : 'round trips'}`
  return [
    `${hop.connection}, ${hop.protocol}, ${hop.options.warm ? 'open already' : 'new connection'}`,
    '',
    ...table(hop),
    '',
    `Before the request: ${counted(roundTrips.setup)}, ${milliseconds(timesUs.setup)} ms.`,
    `First byte of the answer: ${counted(roundTrips.answer)}, ${milliseconds(timesUs.answer)} ms.`,
    `A round trip is ${milliseconds(2 * latencyUs)} ms; the far side works for ${milliseconds(thinkUs)} ms.`,
    ...(withBytes ? hop.packets.flatMap((packet) => packetBytes(packet)) : []),
  ].join('\n')
}

const milliseconds = (us: number): string => (us / 1_000).toFixed(3)

function table({ parties, packets }: Hop): readonly string[] {
  const head = ['', 'sent ms', 'from', '', 'to', 'protocol', 'bytes', 'what']
  const rows = packets.map((packet) => [
    String(packet.seq),
    milliseconds(packet.sentUs),
    parties[packet.from]?.name ?? '',
    '->',
    parties[packet.to]?.name ?? '',
    packet.sealed ? `${packet.protocol}, sealed` : packet.protocol,
    `${packet.about ? '~' : ''}${packet.size}`,
    packet.title,
  ])
  return columns([head, ...rows], { right: [0, 1, 6] })
}

function packetBytes(packet: Packet): readonly string[] {
  const { seq, title, note, transport, content, sealed } = packet
  return [
    '',
    `${seq}. ${title}`,
    ...(note === undefined ? [] : wrapped(english[`note.${note}`], LETTERS_MAX, '   ')),
    ...(transport === undefined ? [] : ['   header', ...pieceLines(transport)]),
    ...(content === undefined
      ? []
      : [`   ${sealed ? 'inside the encrypted record' : 'content'}`, ...pieceLines(content)]),
  ]
}

function pieceLines({ bytes, fields }: Annotated): readonly string[] {
  const rows = fields.flatMap(({ name, start, end, value }) => {
    const parts: string[] = []
    for (let at = start; at < end; at += BYTES_A_LINE)
      parts.push(hexOf(bytes.slice(at, Math.min(end, at + BYTES_A_LINE))))
    return parts.map((part, at) => [
      at === 0 ? String(start) : '',
      part,
      at === 0 ? name : '',
      at === 0 ? (value ?? '') : '',
    ])
  })
  return columns(rows, { right: [0] }).map((row) => `     ${row}`)
}
