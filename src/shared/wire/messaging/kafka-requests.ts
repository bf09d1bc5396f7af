/**
 * Requests of Kafka's own protocol, in the versions named here (before the compact encodings): a size, a
 * header with key, version, correlation id and client id, a body. Layouts: the project's message JSON.
 */

import { utf8Bytes } from '../../base/utf8-bytes'
import { type Annotated, WireWriter } from '../bytes/annotated'

/** API key and the version written here. */
export const KAFKA_APIS = {
  Produce: [0, 7],
  Fetch: [1, 11],
  Metadata: [3, 5],
  OffsetCommit: [8, 5],
  OffsetFetch: [9, 3],
  FindCoordinator: [10, 2],
  JoinGroup: [11, 3],
  SyncGroup: [14, 2],
  ApiVersions: [18, 1],
  InitProducerId: [22, 1],
} as const
export type KafkaApi = keyof typeof KAFKA_APIS

export interface KafkaHead {
  readonly correlation: number
  readonly client: string
}

/** A whole request with its size before it. */
export function kafkaRequest(api: KafkaApi, head: KafkaHead, body: Annotated): Annotated {
  const [key, version] = KAFKA_APIS[api]
  const header = new KafkaWriter()
    .int16('api_key', key, api)
    .int16('api_version', version)
    .int32('correlation_id', head.correlation)
    .string('client_id', head.client)
    .done()
  return sizedMessage(header, body)
}

/** A response begins with the correlation id of its request. */
export function kafkaResponse(correlation: number, body: Annotated): Annotated {
  return sizedMessage(new KafkaWriter().int32('correlation_id', correlation).done(), body)
}

function sizedMessage(header: Annotated, body: Annotated): Annotated {
  return new WireWriter()
    .uint('size', 4, header.bytes.length + body.bytes.length)
    .piece(header)
    .piece(body)
    .done()
}

/** Kafka's primitive types; -1 is written as all ones. */
export class KafkaWriter {
  private readonly writer = new WireWriter()

  int8(name: string, value: number, shown?: string): this {
    return this.int(name, 1, value, shown)
  }
  int16(name: string, value: number, shown?: string): this {
    return this.int(name, 2, value, shown)
  }
  int32(name: string, value: number, shown?: string): this {
    return this.int(name, 4, value, shown)
  }

  int64(name: string, value: number, shown = String(value)): this {
    if (value < 0) this.writer.raw(name, new Array(8).fill(0xff), shown)
    else this.writer.uint(name, 8, value, shown)
    return this
  }

  string(name: string, value: string | null): this {
    if (value === null) return this.int(name, 2, -1, 'null')
    const bytes = utf8Bytes(value)
    this.writer.raw(name, [bytes.length >> 8, bytes.length & 0xff, ...bytes], value)
    return this
  }

  bytes(name: string, value: Annotated): this {
    this.writer.uint(`${name} size`, 4, value.bytes.length).piece(value)
    return this
  }

  /** A count in four bytes, then each. */
  array<T>(name: string, items: readonly T[], write: (writer: KafkaWriter, item: T) => void): this {
    this.int(`${name} count`, 4, items.length)
    for (const item of items) write(this, item)
    return this
  }

  done(): Annotated {
    return this.writer.done()
  }

  private int(name: string, size: 1 | 2 | 4, value: number, shown = String(value)): this {
    this.writer.uint(name, size, value < 0 ? 256 ** size + value : value, shown)
    return this
  }
}
