/** Byte for byte against vectors that independent implementations have made (h11, hpack, pika, kafka-python). */
import { expect, test } from 'vitest'
import { utf8Bytes } from '../../src/shared/base/utf8-bytes'
import { joined } from '../../src/shared/wire/bytes/annotated'
import { crc32c } from '../../src/shared/wire/bytes/crc32c'
import { GrpcConnection, grpcTimeout } from '../../src/shared/wire/http/grpc'
import { ACK, frame, goAway, PREFACE, reset } from '../../src/shared/wire/http/http2'
import { acceptFor, closeFrame, webSocketFrame } from '../../src/shared/wire/http/websocket'
import {
  AMQP_HEADER,
  type AmqpArgument,
  amqpMethod,
  contentFrames,
  HEARTBEAT,
} from '../../src/shared/wire/messaging/amqp-frames'
import { recordBatch } from '../../src/shared/wire/messaging/kafka-batch'
import { produce } from '../../src/shared/wire/messaging/kafka-bodies'
import { kafkaRequest } from '../../src/shared/wire/messaging/kafka-requests'
import { dnsAnswer, dnsQuery } from '../../src/shared/wire/transport/dns'
import { udpHeader } from '../../src/shared/wire/transport/udp'
import { hex, written } from './hex'

const event = '{"eventId":"e-1","type":"order.created","orderId":"o-1001"}'

test('a gRPC request and its answer over HTTP/2', () => {
  expect(written(PREFACE)).toBe(
    hex('50 52 49 20 2a 20 48 54 54 50 2f 32 2e 30 0d 0a 0d 0a 53 4d 0d 0a 0d 0a'),
  )
  expect(written(frame({ type: 'SETTINGS', flags: 0, stream: 0 }))).toBe(
    '00 00 00 04 00 00 00 00 00',
  )
  expect(written(frame({ type: 'SETTINGS', flags: ACK, stream: 0 }))).toBe(
    '00 00 00 04 01 00 00 00 00',
  )
  const connection = new GrpcConnection()
  const request = connection.request({
    method: 'payments.v1.CardCharging/Charge',
    authority: 'charging:50051',
    timeoutMs: 2_000,
    message: [
      [1, 'o-1001'],
      [2, 199_000],
      [3, 'RUB'],
      [4, 'o-1001:charge:1'],
    ],
  })
  expect(written(request)).toBe(
    hex(`00 00 63 01 04 00 00 00 01
      83 86 44 98 62 b1 fa a4 b5 25 0b f7 0a f7 87 64 97 a7 1d 93 1a a9 98 bd 38 ec 98 bf 41 8a 24 e3 b2 63 55 35 c6 c0 06 c3
      40 82 49 7f 86 4d 83 35 05 b1 1f 40 89 9a ca c8 b2 4d 49 4f 6a 7f 82 16 ef 5f 90 1d 75 d0 62 0d 26 3d 4c 4d 65 64 ff 75
      d8 74 9f 7a 8e 9a ca c8 b5 47 90 ab 74 43 01 5c 2d 2e 0f
      00 00 27 00 01 00 00 00 01
      00 00 00 00 22 | 0a 06 6f 2d 31 30 30 31 10 d8 92 0c 1a 03 52 55 42 22 0f 6f 2d 31 30 30 31 3a 63 68 61 72 67 65 3a 31`),
  )
  const response = connection.response(
    [
      [1, 'ch_1'],
      [2, 1],
    ],
    0,
  )
  expect(written(response)).toBe(
    hex(`00 00 13 01 04 00 00 00 01 88 5f 90 1d 75 d0 62 0d 26 3d 4c 4d 65 64 ff 75 d8 74 9f
      00 00 0d 00 00 00 00 00 01 00 00 00 00 08 0a 04 63 68 5f 31 10 01
      00 00 0c 01 05 00 00 00 01 40 88 9a ca c8 b2 12 34 da 8f 81 07`),
  )
  expect(written(reset(1, 8))).toBe('00 00 04 03 00 00 00 00 01 00 00 00 08')
  expect(written(goAway(1, 0))).toBe('00 00 08 07 00 00 00 00 00 00 00 00 01 00 00 00 00')
})

test('a deadline in whole seconds is written in seconds', () => {
  expect(grpcTimeout(2_000)).toBe('2S')
  expect(grpcTimeout(1_500)).toBe('1500m')
})

test('the frames of a publish and a delivery in AMQP 0-9-1', () => {
  const on = (channel: number, method: Parameters<typeof amqpMethod>[1], values?: AmqpArgument[]) =>
    written(amqpMethod(channel, method, values))
  expect(written(AMQP_HEADER)).toBe('41 4d 51 50 00 00 09 01')
  expect(
    on(0, 'Connection.StartOk', [
      ['client-properties', 'table', { product: 'dryrun' }],
      ['mechanism', 'short', 'PLAIN'],
      ['response', 'long', '\0guest\0guest'],
      ['locale', 'short', 'en_US'],
    ]),
  ).toBe(
    hex(`01 00 00 00 00 00 37 00 0a 00 0b 00 00 00 13 07 70 72 6f 64 75 63 74 53 00 00 00 06 64 72 79 72 75 6e
      05 50 4c 41 49 4e 00 00 00 0c 00 67 75 65 73 74 00 67 75 65 73 74 05 65 6e 5f 55 53 ce`),
  )
  const tune: AmqpArgument[] = [
    ['channel-max', 2, 2047],
    ['frame-max', 4, 131_072],
    ['heartbeat', 2, 60],
  ]
  expect(on(0, 'Connection.Tune', tune)).toBe(
    hex('01 00 00 00 00 00 0c 00 0a 00 1e 07 ff 00 02 00 00 00 3c ce'),
  )
  expect(
    on(0, 'Connection.Open', [
      ['virtual-host', 'short', '/'],
      ['reserved', 'short', ''],
      ['reserved', 'bits', 0],
    ]),
  ).toBe(hex('01 00 00 00 00 00 08 00 0a 00 28 01 2f 00 00 ce'))
  expect(on(0, 'Connection.OpenOk', [['reserved', 'short', '']])).toBe(
    hex('01 00 00 00 00 00 05 00 0a 00 29 00 ce'),
  )
  expect(on(1, 'Channel.Open', [['reserved', 'short', '']])).toBe(
    hex('01 00 01 00 00 00 05 00 14 00 0a 00 ce'),
  )
  expect(on(1, 'Channel.OpenOk', [['reserved', 'long', '']])).toBe(
    hex('01 00 01 00 00 00 08 00 14 00 0b 00 00 00 00 ce'),
  )
  expect(
    on(1, 'Exchange.Declare', [
      ['reserved', 2, 0],
      ['exchange', 'short', 'orders'],
      ['type', 'short', 'topic'],
      ['durable', 'bits', 2],
      ['arguments', 'table', {}],
    ]),
  ).toBe(
    hex(
      '01 00 01 00 00 00 18 00 28 00 0a 00 00 06 6f 72 64 65 72 73 05 74 6f 70 69 63 02 00 00 00 00 ce',
    ),
  )
  expect(
    on(1, 'Queue.Declare', [
      ['reserved', 2, 0],
      ['queue', 'short', 'q.charge'],
      ['durable', 'bits', 2],
      ['arguments', 'table', { 'x-queue-type': 'quorum' }],
    ]),
  ).toBe(
    hex(`01 00 01 00 00 00 2c 00 32 00 0a 00 00 08 71 2e 63 68 61 72 67 65 02 00 00 00 18 0c 78 2d 71 75 65 75 65
      2d 74 79 70 65 53 00 00 00 06 71 75 6f 72 75 6d ce`),
  )
  expect(
    on(1, 'Queue.Bind', [
      ['reserved', 2, 0],
      ['queue', 'short', 'q.charge'],
      ['exchange', 'short', 'orders'],
      ['routing-key', 'short', 'order.created'],
      ['no-wait', 'bits', 0],
      ['arguments', 'table', {}],
    ]),
  ).toBe(
    hex(`01 00 01 00 00 00 29 00 32 00 14 00 00 08 71 2e 63 68 61 72 67 65 06 6f 72 64 65 72 73 0d 6f 72 64 65
      72 2e 63 72 65 61 74 65 64 00 00 00 00 00 ce`),
  )
  expect(on(1, 'Confirm.Select', [['nowait', 'bits', 0]])).toBe(
    hex('01 00 01 00 00 00 05 00 55 00 0a 00 ce'),
  )
  expect(
    on(1, 'Basic.Publish', [
      ['reserved', 2, 0],
      ['exchange', 'short', 'orders'],
      ['routing-key', 'short', 'order.created'],
      ['bits', 'bits', 1],
    ]),
  ).toBe(
    hex(
      `01 00 01 00 00 00 1c 00 3c 00 28 00 00 06 6f 72 64 65 72 73 0d 6f 72 64 65 72 2e 63 72 65 61 74 65 64 01 ce`,
    ),
  )
  const content = contentFrames(1, event, 'e-1')
  expect(written(content)).toBe(
    hex(`02 00 01 00 00 00 24 00 3c 00 00 00 00 00 00 00 00 00 3b 90 80 10 61 70 70 6c 69 63 61 74 69 6f 6e 2f 6a
      73 6f 6e 02 03 65 2d 31 ce 03 00 01 00 00 00 3b ${written({ bytes: Uint8Array.from(utf8Bytes(event)) })} ce`),
  )
  const ack: AmqpArgument[] = [
    ['delivery-tag', 8, 1],
    ['multiple', 'bits', 0],
  ]
  expect(on(1, 'Basic.Ack', ack)).toBe(
    hex('01 00 01 00 00 00 0d 00 3c 00 50 00 00 00 00 00 00 00 01 00 ce'),
  )
  expect(
    on(1, 'Basic.Deliver', [
      ['consumer-tag', 'short', 'k-1'],
      ...ack,
      ['exchange', 'short', 'orders'],
      ['routing-key', 'short', 'order.created'],
    ]),
  ).toBe(
    hex(`01 00 01 00 00 00 26 00 3c 00 3c 03 6b 2d 31 00 00 00 00 00 00 00 01 00 06 6f 72 64 65 72 73 0d 6f 72 64
      65 72 2e 63 72 65 61 74 65 64 ce`),
  )
  expect(written(HEARTBEAT)).toBe('08 00 00 00 00 00 00 ce')
})

test('a Produce request of Kafka is 190 bytes, its checksum CRC-32C', () => {
  const batch = recordBatch({
    key: 'o-1001',
    value: event,
    atMs: 1_795_424_400_000,
    producerId: 4_000,
  })
  const request = kafkaRequest(
    'Produce',
    { correlation: 7, client: 'orders-svc' },
    produce('orders', batch),
  )
  expect(request.bytes.length).toBe(190)
  expect(written({ bytes: request.bytes.slice(0, 129) })).toBe(
    hex(`00 00 00 ba 00 00 00 07 00 00 00 07 00 0a 6f 72 64 65 72 73 2d 73 76 63 ff ff ff ff 00 00 75 30
      00 00 00 01 00 06 6f 72 64 65 72 73 00 00 00 01 00 00 00 00 00 00 00 86
      00 00 00 00 00 00 00 00 00 00 00 7a 00 00 00 00 02 fc 76 b1 89 00 00 00 00 00 00
      00 00 01 a2 07 a2 32 80 00 00 01 a2 07 a2 32 80 00 00 00 00 00 00 0f a0 00 00 00 00 00 00
      00 00 00 01 8e 01 00 00 00 0c 6f 2d 31 30 30 31`),
  )
  // The check value of RFC 3720: nine digits.
  expect(crc32c(utf8Bytes('123456789'))).toBe(0xe3069283)
})

test('WebSocket accepts keys as the standard shows, and masks what a client sends', () => {
  expect(acceptFor('dGhlIHNhbXBsZSBub25jZQ==')).toBe('s3pPLMBiTxaQ9kYGzzhZRbK+xOo=')
  expect(acceptFor('ZHJ5cnVuLXdzLWtleS0wMQ==')).toBe('b0lEOWK1OOz6RJP3w2y7flPJ/vs=')
  const mask = [0x37, 0xfa, 0x21, 0x3d] as const
  const paid = utf8Bytes('{"type":"order.paid","id":"o-1001"}')
  expect(written(webSocketFrame('text', utf8Bytes('Hello')))).toBe('81 05 48 65 6c 6c 6f')
  expect(written(webSocketFrame('text', utf8Bytes('Hello'), mask))).toBe(
    '81 85 37 fa 21 3d 7f 9f 4d 51 58',
  )
  expect(written(webSocketFrame('text', paid, mask))).toBe(
    hex(`81 a3 37 fa 21 3d 4c d8 55 44 47 9f 03 07 15 95 53 59 52 88 0f 4d 56 93 45 1f 1b d8 48 59 15 c0 03 52 1a
      cb 11 0d 06 d8 5c`),
  )
  expect(written(webSocketFrame('ping', [], mask))).toBe('89 80 37 fa 21 3d')
  expect(written(closeFrame(1_000))).toBe('88 02 03 e8')
  expect(written(closeFrame(1_000, mask))).toBe('88 82 37 fa 21 3d 34 12')
})

test('a datagram and a DNS question have the checksums of their pseudo-headers', () => {
  const client = { ip: [10, 0, 0, 5], port: 40_000 } as const
  const server = { ip: [10, 0, 0, 53], port: 9_999 } as const
  const ping = { bytes: Uint8Array.from(utf8Bytes('ping')), fields: [] }
  expect(written(joined([udpHeader(client, server, ping), ping]))).toBe(
    '9c 40 27 0f 00 0c 49 7c 70 69 6e 67',
  )
  const query = dnsQuery(0x1a2b, 'orders.example.com')
  expect(written(query)).toBe(
    hex(
      `1a 2b 01 00 00 01 00 00 00 00 00 00 06 6f 72 64 65 72 73 07 65 78 61 6d 70 6c 65 03 63 6f 6d 00 00 01 00 01`,
    ),
  )
  const header = udpHeader({ ...client, port: 53_000 }, { ...server, port: 53 }, query)
  expect(written(header)).toBe('cf 08 00 35 00 2c 42 de')
  expect(written(dnsAnswer(0x1a2b, 'orders.example.com', [10, 9, 0, 2], 60))).toBe(
    hex(`1a 2b 81 80 00 01 00 01 00 00 00 00 06 6f 72 64 65 72 73 07 65 78 61 6d 70 6c 65 03 63 6f 6d 00 00 01 00 01
      c0 0c 00 01 00 01 00 00 00 3c 00 04 0a 09 00 02`),
  )
})
