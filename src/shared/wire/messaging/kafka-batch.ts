/** A record batch, version 2, with one record (Kafka's implementation notes, "Record Batch"). */

import { utf8Bytes } from '../../base/utf8-bytes'
import { type Annotated, WireWriter } from '../bytes/annotated'
import { crc32c } from '../bytes/crc32c'

const MAGIC = 2

export interface KafkaRecord {
  readonly key: string
  readonly value: string
  /** Milliseconds since 1970. */
  readonly atMs: number
  /** undefined: the producer is not idempotent, and its records have neither number nor sequence. */
  readonly producerId: number | undefined
}

export function recordBatch({ key, value, atMs, producerId }: KafkaRecord): Annotated {
  const guarded = new WireWriter()
    .uint('attributes', 2, 0, 'no compression')
    .uint('lastOffsetDelta', 4, 0)
    .uint('baseTimestamp', 8, atMs)
    .uint('maxTimestamp', 8, atMs)
    .piece(producerId === undefined ? nobody() : producer(producerId))
    .uint('records', 4, 1)
    .piece(record(key, value))
    .done()
  const checksum = crc32c(guarded.bytes)
  // What follows the length: leader epoch 4, magic 1, checksum 4.
  return new WireWriter()
    .uint('baseOffset', 8, 0)
    .uint('batchLength', 4, guarded.bytes.length + 9)
    .uint('partitionLeaderEpoch', 4, 0)
    .uint('magic', 1, MAGIC)
    .uint('crc', 4, checksum, `CRC-32C 0x${checksum.toString(16)}`)
    .piece(guarded)
    .done()
}

function producer(id: number): Annotated {
  return new WireWriter()
    .uint('producerId', 8, id)
    .uint('producerEpoch', 2, 0)
    .uint('baseSequence', 4, 0)
    .done()
}

/** -1 in each: NO_PRODUCER_ID, NO_PRODUCER_EPOCH and NO_SEQUENCE of Kafka's RecordBatch. */
function nobody(): Annotated {
  const none = (bytes: number) => Array.from({ length: bytes }, () => 0xff)
  return new WireWriter()
    .raw('producerId', none(8), '-1')
    .raw('producerEpoch', none(2), '-1')
    .raw('baseSequence', none(4), '-1')
    .done()
}

function record(key: string, value: string): Annotated {
  const [keyBytes, valueBytes] = [utf8Bytes(key), utf8Bytes(value)]
  const body = [
    0,
    ...zigzag(0),
    ...zigzag(0),
    ...zigzag(keyBytes.length),
    ...keyBytes,
    ...zigzag(valueBytes.length),
    ...valueBytes,
    ...zigzag(0),
  ]
  return new WireWriter()
    .raw('record length', zigzag(body.length), String(body.length))
    .raw('record', body, `${key} -> ${value}`)
    .done()
}

/** A variable-length integer with its sign in the lowest bit. */
function zigzag(value: number): number[] {
  const bytes: number[] = []
  let rest = value * 2
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 0x80)
  return [...bytes, rest]
}
