/** A ClientHello, byte by byte: the one message of the handshake that depends on nobody's keys. */

import { utf8Bytes } from '../../base/utf8-bytes'
import { type Annotated, WireWriter } from '../bytes/annotated'

export type TlsVersion = '1.2' | '1.3'

export interface Hello {
  readonly version: TlsVersion
  /** Server name (SNI). */
  readonly host: string
  /** Protocols offered (ALPN): `h2`, `http/1.1`. */
  readonly protocols: readonly string[]
}

/** Random in life; here always the same, so that a hop reads the same twice. */
const random = (salt: number, length: number) =>
  Array.from({ length }, (_, at) => (at * 37 + salt * 101 + 11) & 0xff)

const SUITES: Readonly<Record<TlsVersion, readonly (readonly [number, string])[]>> = {
  '1.2': [
    [0xc02b, 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256'],
    [0xc02f, 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'],
    [0xc02c, 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384'],
    [0xc030, 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384'],
  ],
  '1.3': [
    [0x1301, 'TLS_AES_128_GCM_SHA256'],
    [0x1302, 'TLS_AES_256_GCM_SHA384'],
    [0x1303, 'TLS_CHACHA20_POLY1305_SHA256'],
  ],
}

/** The record with the whole message (RFC 8446 section 4.1.2; RFC 5246 section 7.4.1.2). */
export function clientHello(hello: Hello): Annotated {
  const body = helloBody(hello)
  return new WireWriter()
    .uint('Record type', 1, 22, 'handshake')
    .uint('Record version', 2, 0x0301, 'TLS 1.0, for old middleboxes')
    .uint('Record length', 2, body.bytes.length + 4)
    .uint('Handshake type', 1, 1, 'client_hello')
    .uint('Handshake length', 3, body.bytes.length)
    .piece(body)
    .done()
}

function helloBody(hello: Hello): Annotated {
  const suites = SUITES[hello.version]
  const extensions = extensionsOf(hello)
  const writer = new WireWriter()
    .uint('legacy_version', 2, 0x0303, 'TLS 1.2')
    .raw('random', random(1, 32))
    .uint('session id length', 1, hello.version === '1.3' ? 32 : 0)
    .raw('session id', hello.version === '1.3' ? random(2, 32) : [])
    .uint('cipher suites length', 2, suites.length * 2)
  for (const [code, name] of suites) writer.uint('cipher suite', 2, code, name)
  return writer
    .uint('compression methods', 2, 0x0100, 'null')
    .uint('extensions length', 2, extensions.bytes.length)
    .piece(extensions)
    .done()
}

function extensionsOf({ version, host, protocols }: Hello): Annotated {
  const writer = new WireWriter()
  const name = utf8Bytes(host)
  const add = (code: number, title: string, content: readonly number[], shown?: string) =>
    writer.raw(title, [...two(code), ...two(content.length), ...content], shown)
  add(0, 'server_name', [...two(name.length + 3), 0, ...two(name.length), ...name], host)
  add(10, 'supported_groups', [...two(4), ...two(0x001d), ...two(0x0017)], 'x25519, secp256r1')
  add(13, 'signature_algorithms', signatures(), 'ECDSA and RSA with SHA-256, SHA-384')
  if (protocols.length > 0) add(16, 'ALPN', alpn(protocols), protocols.join(', '))
  if (version === '1.2') {
    add(11, 'ec_point_formats', [1, 0], 'uncompressed')
    add(23, 'extended_master_secret', [])
    add(35, 'session_ticket', [])
    return writer.done()
  }
  add(43, 'supported_versions', [2, 0x03, 0x04], 'TLS 1.3')
  add(45, 'psk_key_exchange_modes', [1, 1], 'psk_dhe_ke')
  add(51, 'key_share', [...two(36), ...two(0x001d), ...two(32), ...random(3, 32)], 'x25519')
  return writer.done()
}

function signatures(): number[] {
  const schemes = [0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501]
  return [...two(schemes.length * 2), ...schemes.flatMap(two)]
}

function alpn(protocols: readonly string[]): number[] {
  const list = protocols.flatMap((name) => [name.length, ...utf8Bytes(name)])
  return [...two(list.length), ...list]
}

const two = (value: number): number[] => [value >> 8, value & 0xff]
