/** Real implementations read what we write: Node's HTTP, HTTP/2 and TLS, ws, amqplib, kafkajs, pg-protocol. */
import { once } from 'node:events'
import { createServer as createHttpServer, get, type IncomingMessage } from 'node:http'
import { connect as connectHttp2, createServer as createHttp2Server } from 'node:http2'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { createServer as createTlsServer } from 'node:tls'
import { serialize } from 'pg-protocol'
import { Parser } from 'pg-protocol/dist/parser'
import { expect, test } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'
import { clientHello } from '../../src/shared/wire/transport/tls-hello'
import { CERTIFICATE, PRIVATE_KEY } from './certificate'
import { bytesOf, drawn, hopIn, packet } from './hops'
import { answering, dial, heard, listening } from './sockets'

const require = createRequire(import.meta.url)
/** A file that the package does not offer to importers. */
const amqplib = (file: string) => require(join(dirname(require.resolve('amqplib')), 'lib', file))

const rest = () =>
  hopIn(drawn({ protocol: 'rest', operation: 'POST /orders', idempotencyKey: true }))

test('node:http reads our request as it was meant', async () => {
  const server = createHttpServer()
  const port = await listening(server)
  const asked = once(server, 'request') as Promise<[IncomingMessage]>
  const socket = await dial(port)
  socket.write(bytesOf(packet(rest(), 'POST /orders')))
  const [message] = await asked
  let body = ''
  for await (const chunk of message) body += String(chunk)
  expect(message.method).toBe('POST')
  expect(message.url).toBe('/orders')
  expect(message.headers['idempotency-key']).toBe('"8e03978e-40d5-43e8-bc93-6894a57f9324"')
  expect(JSON.parse(body)).toMatchObject({ userId: 'u-42', amount: '1990.00' })
})

test('node:http reads our response as it was meant', async () => {
  const port = await answering(bytesOf(packet(rest(), '201')))
  const [message] = (await once(get({ port, host: '127.0.0.1' }), 'response')) as [IncomingMessage]
  let body = ''
  for await (const chunk of message) body += String(chunk)
  expect(message.statusCode).toBe(201)
  expect(message.headers.location).toBe('/orders/o-1001')
  expect(JSON.parse(body)).toEqual({ id: 'o-1001', status: 'PENDING' })
})

const grpc = (warm: boolean) =>
  hopIn(drawn({ protocol: 'grpc', operation: 'payments.v1.CardCharging/Charge', timeout: 2_000 }), {
    warm,
  })

test('node:http2 decodes our frames and HPACK, the second request of a connection too', async () => {
  const server = createHttp2Server()
  const streams: Record<string, unknown>[] = []
  const bodies: Buffer[] = []
  const both = new Promise<void>((done) => {
    server.on('stream', async (stream, headers) => {
      streams.push(headers)
      for await (const chunk of stream) bodies.push(chunk as Buffer)
      if (bodies.length === 2) done()
    })
  })
  const port = await listening(server)
  const socket = await dial(port)
  const cold = grpc(false)
  socket.write(bytesOf(packet(cold, 'preface, SETTINGS')))
  socket.write(bytesOf(packet(cold, /^HEADERS, DATA: /)))
  const again = bytesOf(packet(grpc(true), /^HEADERS, DATA: /))
  socket.write(again)
  await both
  for (const headers of streams)
    expect(headers).toMatchObject({
      ':path': '/payments.v1.CardCharging/Charge',
      'grpc-timeout': '2S',
      te: 'trailers',
    })
  expect(bodies[0]?.readUInt32BE(1)).toBe(34)
  expect(bodies[1]).toEqual(bodies[0])
  // Every field of the second is an index by now.
  expect(again.length).toBeLessThan(bytesOf(packet(cold, /^HEADERS, DATA: /)).length / 1.5)
})

test('node:http2 takes our answer with its trailers', async () => {
  const hop = grpc(false)
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => {
      socket.write(bytesOf(packet(hop, 'SETTINGS, SETTINGS ACK')))
      socket.write(bytesOf(packet(hop, 'HEADERS, DATA, trailers')))
    })
  })
  const session = connectHttp2(`http://127.0.0.1:${await listening(server)}`)
  session.on('error', () => undefined)
  const stream = session.request({ ':method': 'POST', ':path': '/x' })
  const trailers = once(stream, 'trailers') as Promise<[Record<string, string>]>
  const [headers] = (await once(stream, 'response')) as [Record<string, unknown>]
  stream.resume()
  expect(headers[':status']).toBe(200)
  expect((await trailers)[0]['grpc-status']).toBe('0')
  session.destroy()
})

test.each(['1.2', '1.3'] as const)(
  'node:tls answers our ClientHello of TLS %s',
  async (version) => {
    const server = createTlsServer({
      cert: CERTIFICATE,
      key: PRIVATE_KEY,
      ALPNProtocols: ['http/1.1'],
    })
    server.on('tlsClientError', () => undefined)
    const socket = await dial(await listening(server))
    const hello = { version, host: 'orders.example.com', protocols: ['http/1.1'] }
    socket.write(clientHello(hello).bytes)
    const answer = await heard(socket, 6)
    // A handshake record (22) that begins with a ServerHello (2), not an alert (21).
    expect([answer[0], answer[5]]).toEqual([22, 2])
  },
)

const push = () => hopIn(drawn({ protocol: 'websocket' }))

test('ws accepts our upgrade and reads our masked frame', async () => {
  const server = new WebSocketServer({ noServer: true })
  const http = createHttpServer()
  http.on('upgrade', (request, stream, head) =>
    server.handleUpgrade(request, stream, head, (opened) => server.emit('connection', opened)),
  )
  const message = new Promise<string>((done) =>
    server.once('connection', (opened: WebSocket) =>
      opened.once('message', (content) => done(String(content))),
    ),
  )
  const socket = await dial(await listening(http))
  const hop = push()
  socket.write(bytesOf(packet(hop, 'GET /ws, Upgrade')))
  const answer = await heard(socket, 12)
  expect(String(answer)).toContain('Sec-WebSocket-Accept: b0lEOWK1OOz6RJP3w2y7flPJ/vs=')
  socket.write(bytesOf(packet(hop, 'text frame, masked')))
  expect(await message).toBe('{"type":"order.paid","id":"o-1001"}')
})

test('amqplib reads every frame of a publish and a consume, and nothing is left over', () => {
  const { parseFrame, decodeFrame } = amqplib('frame.js')
  const hop = hopIn(drawn({ protocol: 'amqp', event: 'order.created' }))
  const methods: number[] = []
  for (const one of hop.packets) {
    if (one.protocol !== 'amqp 0-9-1' || one.title === 'protocol header') continue
    let rest: Buffer = Buffer.from(bytesOf(one))
    while (rest.length > 0) {
      const frame = parseFrame(rest)
      expect(frame, one.title).toBeTruthy()
      const decoded = decodeFrame(frame)
      if (decoded.id !== undefined) methods.push(decoded.id)
      rest = frame.rest
    }
  }
  const defs = amqplib('defs.js')
  for (const wanted of [
    'ConnectionStart',
    'ConnectionTuneOk',
    'ExchangeDeclare',
    'QueueDeclareOk',
    'QueueBind',
    'BasicQos',
    'BasicConsumeOk',
    'ConfirmSelect',
    'BasicPublish',
    'BasicProperties',
    'BasicDeliver',
    'BasicAck',
  ])
    expect(methods, wanted).toContain(defs[wanted])
})

const KAFKA_REQUESTS = [
  ['ApiVersions', 'apiVersions/v1/request', {}],
  ['Metadata', 'metadata/v5/request', { topics: ['OrderCreated'], allowAutoTopicCreation: true }],
  [
    'InitProducerId',
    'initProducerId/v1/request',
    { transactionalId: null, transactionTimeout: 60_000 },
  ],
  [
    'FindCoordinator',
    'findCoordinator/v2/request',
    { coordinatorKey: 'orders', coordinatorType: 0 },
  ],
  [
    'SyncGroup',
    'syncGroup/v2/request',
    {
      groupId: 'orders',
      generationId: 1,
      memberId: 'consumer-1',
      groupAssignment: [{ memberId: 'consumer-1', memberAssignment: Buffer.alloc(0) }],
    },
  ],
  [
    'JoinGroup',
    'joinGroup/v3/request',
    {
      groupId: 'orders',
      sessionTimeout: 45_000,
      rebalanceTimeout: 300_000,
      memberId: '',
      protocolType: 'consumer',
      groupProtocols: [{ name: 'range', metadata: Buffer.alloc(0) }],
    },
  ],
  [
    'OffsetFetch',
    'offsetFetch/v3/request',
    { groupId: 'orders', topics: [{ topic: 'OrderCreated', partitions: [{ partition: 0 }] }] },
  ],
  [
    'Fetch',
    'fetch/v11/request',
    {
      replicaId: -1,
      maxWaitTime: 500,
      minBytes: 1,
      maxBytes: 52_428_800,
      isolationLevel: 0,
      topics: [
        {
          topic: 'OrderCreated',
          partitions: [{ partition: 0, fetchOffset: '0', maxBytes: 1_048_576 }],
        },
      ],
    },
  ],
  [
    'OffsetCommit',
    'offsetCommit/v5/request',
    {
      groupId: 'orders',
      groupGenerationId: 1,
      memberId: 'consumer-1',
      topics: [
        { topic: 'OrderCreated', partitions: [{ partition: 0, offset: '1', metadata: '' }] },
      ],
    },
  ],
] as const

const KAFKA_RESPONSES = [
  ['ApiVersions', 'apiVersions/v1/response'],
  ['Metadata', 'metadata/v5/response'],
  ['InitProducerId', 'initProducerId/v1/response'],
  ['Produce', 'produce/v7/response'],
  ['FindCoordinator', 'findCoordinator/v2/response'],
  ['JoinGroup', 'joinGroup/v3/response'],
  ['SyncGroup', 'syncGroup/v2/response'],
  ['OffsetFetch', 'offsetFetch/v3/response'],
  ['Fetch', 'fetch/v11/response'],
  ['OffsetCommit', 'offsetCommit/v5/response'],
] as const

const kafka = () => hopIn(drawn({ protocol: 'broker', flavor: 'kafka', event: 'OrderCreated' }))

test.each(KAFKA_REQUESTS)('kafkajs writes the body of %s as we do', async (api, path, values) => {
  const request = require(`kafkajs/src/protocol/requests/${path}`)(values)
  const theirs = (await request.encode()) as { buffer: Buffer }
  const hop = kafka()
  const ours = Buffer.from(bytesOf(packet(hop, api)))
  expect(ours.readUInt16BE(4)).toBe(request.apiKey)
  expect(ours.readUInt16BE(6)).toBe(request.apiVersion)
  const body = ours.subarray(14 + ours.readUInt16BE(12))
  expect(body.toString('hex')).toBe(theirs.buffer.toString('hex'))
})

test.each(KAFKA_RESPONSES)('kafkajs reads our answer to %s', async (api, path) => {
  const { decode, parse } = require(`kafkajs/src/protocol/requests/${path}`)
  const bytes = Buffer.from(bytesOf(packet(kafka(), `${api} response`)))
  expect(bytes.readUInt32BE(0)).toBe(bytes.length - 4)
  const read = await decode(bytes.subarray(8))
  await parse(read)
  if (api === 'Fetch') {
    const [record] = read.responses[0].partitions[0].messages
    expect(String(record.key)).toBe('o-1001')
    expect(JSON.parse(String(record.value))).toMatchObject({ type: 'OrderCreated' })
  }
  if (api === 'Metadata') expect(read.topicMetadata[0].topic).toBe('OrderCreated')
})

test('a Kafka producer that is not idempotent asks for no number, and its records have none', () => {
  const line = { protocol: 'broker', flavor: 'kafka', event: 'OrderCreated' } as const
  const hop = hopIn(drawn({ ...line, idempotence: false }))
  expect(() => bytesOf(packet(hop, 'InitProducerId'))).toThrow()
  // Producer -1, epoch -1, sequence -1, then one record.
  const none = `${'ff'.repeat(14)}00000001`
  expect(Buffer.from(bytesOf(packet(hop, 'Produce'))).toString('hex')).toContain(none)
})

test('pg-protocol writes our query and reads our answers', () => {
  const hop = hopIn(drawn({ protocol: 'sql' }, ['service', 'database']))
  const query = "INSERT INTO orders (id, status) VALUES ('o-1001', 'new')"
  expect(Buffer.from(bytesOf(packet(hop, 'Query')))).toEqual(serialize.query(query))
  expect(Buffer.from(bytesOf(packet(hop, 'Terminate')))).toEqual(serialize.end())
  const names: string[] = []
  const parser = new Parser()
  for (const title of ['AuthenticationOk, ReadyForQuery', 'CommandComplete, ReadyForQuery'])
    parser.parse(Buffer.from(bytesOf(packet(hop, title))), (message) => names.push(message.name))
  expect(names).toEqual(['authenticationOk', 'readyForQuery', 'commandComplete', 'readyForQuery'])
})
