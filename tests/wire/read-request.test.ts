/** A typed HTTP request, read as strictly as a server reads it, everything that is wrong at once. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRequest } from '../../src/shared/wire/http/read-request'

const GOOD = 'POST /orders HTTP/1.1\nHost: shop.example.com\nContent-Length: 5\n\nhello'
const faultsOf = (typed: string) => readRequest(typed).faults.map(({ fault }) => fault)

test.each([
  ['with any line ends', GOOD],
  ['with CRLF', GOOD.replaceAll('\n', '\r\n')],
  ['without a body', 'GET / HTTP/1.1\nHost: a\n\n'],
  ['after an empty line, which is ignored', `\r\n${GOOD}`],
  [
    'with a body counted in octets, not in letters',
    'PUT /a HTTP/1.1\nhost:a\ncontent-length: 6\n\nдва',
  ],
  ['with the example of the notes', 'GET /index.html HTTP/1.1\nHost: www.example.com\n\n'],
])('a request %s is one', (_, typed) => {
  expect(readRequest(typed).faults).toEqual([])
  expect(readRequest(typed).request.text).toMatch(/^[^\n]+\r\n([^\n]+\r\n)+\r\n/)
})

test.each([
  ['nothing', '', ['noRequestLine', 'noHost', 'noBlankLine']],
  ['no empty line', 'GET / HTTP/1.1\nHost: a\n', ['noBlankLine']],
  ['no Host', 'GET / HTTP/1.1\n\n', ['noHost']],
  ['two Hosts', 'GET / HTTP/1.1\nHost: a\nHost: b\n\n', ['severalHosts']],
  ['a small method', GOOD.replace('POST', 'post'), ['badMethod']],
  ['a target without a slash', GOOD.replace('/orders', 'orders'), ['badTarget']],
  ['another version', GOOD.replace('/1.1', '/2'), ['badVersion']],
  ['a request line of two', 'GET /\nHost: a\n\n', ['noRequestLine']],
  ['a field without a colon', GOOD.replace('Host', 'X\nHost'), ['badField']],
  ['a space before the colon', GOOD.replace('Host:', 'X :1\nHost:'), ['spaceBeforeColon']],
  ['a folded field', GOOD.replace('\nContent', '\n and more\nContent'), ['foldedField']],
  ['a body without a length', 'POST / HTTP/1.1\nHost: a\n\nhello', ['noLength']],
  ['another length', GOOD.replace(': 5', ': 4'), ['otherLength']],
  ['letters for a length', GOOD.replace(': 5', ': five'), ['badLength']],
  ['two lengths', GOOD.replace('Host', 'Content-Length: 5\nHost'), ['severalLengths']],
  ['chunks', GOOD.replace('Content-Length: 5', 'Transfer-Encoding: chunked'), ['chunked']],
  [
    'several things, said at once',
    'post orders HTTP/1.1\nX\nContent-Length: 9\n\nhello',
    ['badMethod', 'badTarget', 'badField', 'noHost', 'otherLength'],
  ],
])('%s is told', (_, typed, faults) => {
  expect(faultsOf(typed)).toEqual(faults)
})

test('whatever is typed is read, never thrown at', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('GET', ' ', '\n', '\r', ':', '/', 'Host', 'я')),
      (parts) => {
        const { faults, request } = readRequest(parts.join(''))
        expect(Array.isArray(faults)).toBe(true)
        expect(request.text.endsWith(request.body)).toBe(true)
      },
    ),
  )
})
