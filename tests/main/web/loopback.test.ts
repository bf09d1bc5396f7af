import { readFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import WebSocket from 'ws'
import { CONTENT_POLICY } from '../../../src/main/content-policy'
import { createHost, type LocalHost } from '../../../src/main/host/host'
import { startWebServer, type WebServer } from '../../../src/main/web/server'
import { PAGE_HEADER, SESSION_REFUSED } from '../../../src/shared/host/web-addresses'
import { request, sendRaw } from './raw-request'

const PAGE_ID = 'a'.repeat(32)
const PAGE = new Map([
  ['/', { body: Buffer.from('<!doctype html>'), type: 'text/html; charset=utf-8' }],
  ['/assets/a.js', { body: Buffer.from('1'), type: 'text/javascript; charset=utf-8' }],
])

let server: WebServer
let host: LocalHost
let port: number
let launch: string
let own: Record<string, string>

beforeAll(async () => {
  host = createHost(
    { kind: 'browser', locale: 'en' },
    { settings: '/nowhere', scenarios: '/nowhere' },
  )
  server = await startWebServer(host, PAGE)
  const address = new URL(server.launchAddress)
  port = Number(address.port)
  launch = address.hash.slice('#launch='.length)
  own = { 'Content-Type': 'application/json', Origin: address.origin, [PAGE_HEADER]: PAGE_ID }
})
afterAll(() => server.close())

const post = (path: string, headers: Record<string, string>, content: unknown) =>
  fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers,
    body: typeof content === 'string' ? content : JSON.stringify(content),
  })

async function newSession(): Promise<string> {
  const answer = (await (await post('/api/session', own, { launch })).json()) as { session: string }
  return answer.session
}

describe('headers', () => {
  test('row 11: every answer carries the policy, and no answer allows another origin', async () => {
    for (const path of ['/', '/assets/a.js', '/nothing', '/api/call/hostInfo']) {
      const { headers } = await fetch(`http://127.0.0.1:${port}${path}`)
      expect(headers.get('content-security-policy')).toBe(CONTENT_POLICY)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('access-control-allow-origin')).toBeNull()
      expect(headers.get('set-cookie')).toBeNull()
    }
  })

  test('row 11: the policy allows nothing unsafe and no host', () => {
    expect(CONTENT_POLICY).not.toMatch(/unsafe|https?:|\*/)
    expect(CONTENT_POLICY).toContain("default-src 'none'")
    expect(CONTENT_POLICY).toContain("frame-ancestors 'none'")
  })
})

describe('host', () => {
  test('row 30: a rebound name gets nothing', async () => {
    const answer = await sendRaw(port, request('GET / HTTP/1.1', `Host: rebind.test:${port}`))
    expect(answer).toMatchObject({ status: 403, body: '' })
  })

  test.each([
    ['no Host', ['GET / HTTP/1.0']],
    ['an empty Host', ['GET / HTTP/1.1', 'Host:']],
    ['another port', ['GET / HTTP/1.1', 'Host: 127.0.0.1:1']],
    ['no port', ['GET / HTTP/1.1', 'Host: 127.0.0.1']],
    ['a trailing dot', ['GET / HTTP/1.1', 'Host: localhost.:PORT']],
    ['capitals', ['GET / HTTP/1.1', 'Host: LOCALHOST:PORT']],
    ['two of them', ['GET / HTTP/1.1', 'Host: 127.0.0.1:PORT', 'Host: rebind.test:PORT']],
    ['an absolute address', ['GET http://127.0.0.1:PORT/ HTTP/1.1', 'Host: 127.0.0.1:PORT']],
    ['a foreign absolute address', ['GET http://rebind.test/ HTTP/1.1', 'Host: 127.0.0.1:PORT']],
  ])('row 32: %s is refused', async (_, lines) => {
    const text = request(...lines.map((line) => line.replaceAll('PORT', String(port))))
    const { status, body } = await sendRaw(port, text)
    expect([400, 403]).toContain(status)
    expect(body).not.toContain('doctype')
  })

  test.each(['127.0.0.1', 'localhost'])('%s with the port is served', async (name) => {
    const answer = await sendRaw(port, request('GET / HTTP/1.1', `Host: ${name}:${port}`))
    expect(answer).toMatchObject({ status: 200, body: '<!doctype html>' })
  })
})

describe('origin', () => {
  const origins = ['null', 'http://127.0.0.1:1', 'http://evil.test', 'https://127.0.0.1:PORT', '']
  test.each(origins)('row 31: a POST from %j changes nothing', async (origin) => {
    const Origin = origin.replace('PORT', String(port))
    expect((await post('/api/session', { ...own, Origin }, { launch })).status).toBe(403)
  })

  test('row 32: a POST without any is refused', async () => {
    const body = JSON.stringify({ launch })
    const answer = await sendRaw(
      port,
      request(
        'POST /api/session HTTP/1.1',
        `Host: 127.0.0.1:${port}`,
        'Content-Type: application/json',
        `Content-Length: ${body.length}`,
      ) + body,
    )
    expect(answer.status).toBe(403)
  })

  test('a preflight is refused, other methods do not exist', async () => {
    const send = (method: string) => fetch(`http://127.0.0.1:${port}/`, { method, headers: own })
    expect((await send('OPTIONS')).status).toBe(403)
    expect((await send('PUT')).status).toBe(405)
    expect((await send('DELETE')).status).toBe(405)
  })
})

describe('token', () => {
  test('is 256 bits, in the fragment only', () => {
    expect(Buffer.from(launch, 'base64url')).toHaveLength(32)
    expect(server.address).not.toContain(launch)
  })

  test('gives a session as often as the address is opened, each another', async () => {
    const [one, two] = [await newSession(), await newSession()]
    expect(one).not.toBe(two)
    for (const session of [one, two]) {
      const headers = { ...own, Authorization: `Bearer ${session}` }
      expect((await post('/api/call/hostInfo', headers, {})).status).toBe(200)
    }
  })

  test.each(['', 'Bearer', 'Bearer x', `Bearer ${'A'.repeat(43)}`, 'Basic QTpC'])(
    'row 32: a call with %j for a session is refused',
    async (authorization) => {
      const headers = { ...own, ...(authorization === '' ? {} : { Authorization: authorization }) }
      const answer = await post('/api/call/hostInfo', headers, {})
      expect([answer.status, await answer.text()]).toEqual([401, ''])
    },
  )

  test('the launch token is no session', async () => {
    const headers = { ...own, Authorization: `Bearer ${launch}` }
    expect((await post('/api/call/hostInfo', headers, {})).status).toBe(401)
  })

  test('a wrong launch token, or none, gives no session', async () => {
    for (const content of [{ launch: 'A'.repeat(43) }, {}, [], null, 'no json', '{"launch":1}']) {
      expect((await post('/api/session', own, content)).status).toBe(401)
    }
  })
})

describe('files', () => {
  test.each([
    '/..',
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/assets/../../package.json',
    '/assets/..%5c..%5cpackage.json',
    '/assets//a.js',
    '/assets/a.js/',
    '/assets/a.js?x',
    '/assets/a.js::$DATA',
    '/assets/a.js%00',
    '/ASSETS/A.JS',
    '/assets/%61.js',
    '/__proto__',
    '/constructor',
    '//etc/passwd',
    '/\\etc\\passwd',
  ])('row 13: %s is not there', async (path) => {
    const answer = await sendRaw(port, request(`GET ${path} HTTP/1.1`, `Host: 127.0.0.1:${port}`))
    expect([400, 404]).toContain(answer.status)
    expect(answer.body).toBe('')
  })
})

describe('events', () => {
  const open = (headers: Record<string, string>, path = '/api/events') =>
    new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers })
  const ending = (socket: WebSocket) =>
    new Promise<number>((done) => {
      socket.on('close', (code) => done(code))
      socket.on('unexpected-response', (_, response) => done(response.statusCode ?? 0))
      socket.on('error', () => undefined)
    })

  test.each([
    ['without an origin', {}],
    ['from another port', { Origin: 'http://127.0.0.1:1' }],
    ['from another host', { Origin: 'http://evil.test' }],
  ])('row 31: a socket %s is not opened', async (_, headers) => {
    expect(await ending(open(headers))).toBe(403)
  })

  test('row 30: a rebound name opens no socket', async () => {
    const Origin = `http://rebind.test:${port}`
    expect(await ending(open({ Origin, Host: `rebind.test:${port}` }))).toBe(403)
  })

  test('a socket without a session is closed', async () => {
    const socket = open({ Origin: own.Origin ?? '' })
    socket.on('open', () => socket.send(JSON.stringify({ session: 'A'.repeat(43), page: PAGE_ID })))
    expect(await ending(socket)).toBe(SESSION_REFUSED)
  })

  test('row 35: a message too long ends the socket', async () => {
    const socket = open({ Origin: own.Origin ?? '' })
    socket.on('open', () => socket.send('x'.repeat(2_000)))
    expect(await ending(socket)).toBe(1009)
  })

  test('a page with a session hears what is asked for', async () => {
    const socket = open({ Origin: own.Origin ?? '' })
    const session = await newSession()
    await new Promise((done) => socket.on('open', done))
    socket.send(JSON.stringify({ session, page: PAGE_ID }))
    const heard = new Promise((done) => socket.on('message', (text) => done(String(text))))
    await new Promise((done) => setTimeout(done, 50))
    host.requests.add('/nowhere/orders.dryrun.json')
    expect(await heard).toBe('{"event":"open-requested"}')
    socket.close()
  })
})

describe('limits', () => {
  test('row 35: a body that is too long is refused by its declared length', async () => {
    const answer = await sendRaw(
      port,
      request(
        'POST /api/session HTTP/1.1',
        `Host: 127.0.0.1:${port}`,
        `Origin: ${own.Origin}`,
        'Content-Type: application/json',
        'Content-Length: 999999999',
      ),
    )
    expect(answer.status).toBe(413)
  })

  test('a body that does not say its length is cut off', async () => {
    const chunk = `400\r\n${'x'.repeat(1_024)}\r\n`
    const head = request(
      'POST /api/session HTTP/1.1',
      `Host: 127.0.0.1:${port}`,
      `Origin: ${own.Origin}`,
      'Content-Type: application/json',
      'Transfer-Encoding: chunked',
    )
    expect((await sendRaw(port, head + chunk.repeat(4))).status).toBe(413)
  })

  test('headers that are too long are refused', async () => {
    const text = request('GET / HTTP/1.1', `Host: 127.0.0.1:${port}`, `X: ${'x'.repeat(20_000)}`)
    expect((await sendRaw(port, text)).status).toBe(431)
  })

  test('row 35: a client that does not get on is cut off', async () => {
    const impatient = { headersTimeout: 100, requestTimeout: 200, connectionsCheckingInterval: 50 }
    const strict = await startWebServer(host, PAGE, 0, impatient)
    const at = Number(new URL(strict.address).port)
    const slow = [
      'GET / HTTP/1.1\r\nHost: ',
      `POST /api/session HTTP/1.1\r\nHost: 127.0.0.1:${at}\r\nOrigin: http://127.0.0.1:${at}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`,
    ]
    for (const start of slow) {
      const closed = new Promise<boolean>((done) => {
        const socket = connect({ port: at, host: '127.0.0.1' }, () => socket.write(start))
        socket.on('error', () => undefined)
        socket.on('close', () => done(true))
        socket.resume()
      })
      expect(await closed).toBe(true)
    }
    await strict.close()
  })

  test.runIf(process.platform === 'linux')(
    'row 34: the kernel lists the port on 127.0.0.1 and nowhere else',
    async () => {
      // As `ss -ltn` reads it: local address, remote address, state, of which 0A is listening.
      const tables = ['/proc/net/tcp', '/proc/net/tcp6'].map((path) => readFile(path, 'utf8'))
      const sockets = (await Promise.all(tables)).join('\n').split('\n')
      const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`
      const listening = sockets
        .map((line) => line.trim().split(/\s+/))
        .filter(([, local, , state]) => state === '0A' && local?.endsWith(suffix))
      expect(listening.map(([, local]) => local)).toEqual([`0100007F${suffix}`])
    },
  )

  test('row 34: nothing listens but loopback', async () => {
    const outside = Object.values(networkInterfaces())
      .flatMap((each) => each ?? [])
      .find((each) => !each.internal && each.family === 'IPv4')
    if (outside === undefined) return
    const refused = await new Promise((done) => {
      const socket = connect({ port, host: outside.address, timeout: 500 })
      socket.on('error', () => done(true))
      socket.on('timeout', () => done(true))
      socket.on('connect', () => done(false))
    })
    expect(refused).toBe(true)
  })
})
