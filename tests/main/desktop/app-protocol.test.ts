import { expect, test } from 'vitest'
import { CONTENT_POLICY } from '../../../src/main/content-policy'
import { respond } from '../../../src/main/desktop/app-protocol'

const FILES = new Map([
  ['/', { body: Buffer.from('page'), type: 'text/html; charset=utf-8' }],
  ['/assets/a.js', { body: Buffer.from('1'), type: 'text/javascript; charset=utf-8' }],
])
const get = (address: string, method = 'GET') => respond(new Request(address, { method }), FILES)

test('row 11: the page comes with its policy and its type', async () => {
  const response = get('app://dryrun/')
  expect(response.status).toBe(200)
  expect(await response.text()).toBe('page')
  expect(response.headers.get('content-security-policy')).toBe(CONTENT_POLICY)
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
})

test.each([
  'app://dryrun/..',
  'app://dryrun/../package.json',
  'app://dryrun/%2e%2e/package.json',
  'app://dryrun/..%2fpackage.json',
  'app://dryrun/assets/..%5c..%5cpackage.json',
  'app://dryrun/assets/a.js/',
  'app://dryrun/assets//a.js',
  'app://dryrun/assets/a.js%00',
  'app://dryrun/assets/a.js::$DATA',
  'app://dryrun/%61ssets/a.js',
  'app://dryrun/constructor',
  'app://dryrun/__proto__',
  'app://elsewhere/',
])('row 13: %s leads nowhere', async (address) => {
  const response = get(address)
  // `..` at the root is the root itself, for every reader of addresses.
  if (response.status === 200) expect(new URL(address).pathname).toBe('/')
  else expect([response.status, await response.text()]).toEqual([404, ''])
})

test('only GET is answered', () => {
  expect(get('app://dryrun/', 'POST').status).toBe(404)
})
