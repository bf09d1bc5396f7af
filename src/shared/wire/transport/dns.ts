/** A question for an A record and its answer (RFC 1035 section 4.1). */
import { type Annotated, WireWriter } from '../bytes/annotated'

const TYPE_A = 1
const CLASS_IN = 1

export function dnsQuery(id: number, host: string): Annotated {
  return new WireWriter()
    .piece(head(id, 0x0100, 0))
    .piece(question(host))
    .done()
}

export function dnsAnswer(
  id: number,
  host: string,
  ip: readonly number[],
  ttlSeconds: number,
): Annotated {
  return new WireWriter()
    .piece(head(id, 0x8180, 1))
    .piece(question(host))
    .uint('NAME', 2, 0xc00c, `-> ${host}`)
    .uint('TYPE', 2, TYPE_A, 'A')
    .uint('CLASS', 2, CLASS_IN, 'IN')
    .uint('TTL', 4, ttlSeconds, `${ttlSeconds} s`)
    .uint('RDLENGTH', 2, ip.length)
    .raw('RDATA', ip, ip.join('.'))
    .done()
}

function head(id: number, flags: number, answers: number): Annotated {
  const shown =
    answers === 0 ? 'query, recursion desired' : 'response, recursion available, no error'
  return new WireWriter()
    .uint('ID', 2, id, `0x${id.toString(16)}`)
    .uint('Flags', 2, flags, shown)
    .uint('QDCOUNT', 2, 1)
    .uint('ANCOUNT', 2, answers)
    .uint('NSCOUNT', 2, 0)
    .uint('ARCOUNT', 2, 0)
    .done()
}

function question(host: string): Annotated {
  const writer = new WireWriter()
  const labels = host.split('.')
  const letters = (label: string) => Array.from(label, (letter) => letter.charCodeAt(0))
  const name = labels.flatMap((label) => [label.length, ...letters(label)])
  return writer
    .raw('QNAME', [...name, 0], host)
    .uint('QTYPE', 2, TYPE_A, 'A')
    .uint('QCLASS', 2, CLASS_IN, 'IN')
    .done()
}
