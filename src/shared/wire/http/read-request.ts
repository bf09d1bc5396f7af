/**
 * An HTTP/1.1 request as somebody typed it: RFC 9112 sections 2.1, 3, 5 and 6. Line ends of the head become
 * CRLF, whatever they were; everything that is wrong is said at once.
 */
import { utf8Bytes } from '../../base/utf8-bytes'

export interface TypedRequest {
  readonly method: string
  readonly target: string
  readonly fields: readonly (readonly [name: string, value: string])[]
  readonly body: string
  /** As it goes over the line, every line of the head ended by CRLF. */
  readonly text: string
}

export const REQUEST_FAULTS = [
  'noRequestLine',
  'badMethod',
  'badTarget',
  'badVersion',
  'badField',
  'spaceBeforeColon',
  'foldedField',
  'noHost',
  'severalHosts',
  'noBlankLine',
  'noLength',
  'badLength',
  'severalLengths',
  'otherLength',
  'chunked',
] as const

export interface RequestFault {
  readonly fault: (typeof REQUEST_FAULTS)[number]
  /** From 1, where it is about a line. */
  readonly line?: number
  readonly text?: string
  /** What Content-Length says, and the octets that there are. */
  readonly said?: number
  readonly octets?: number
}

export interface ReadRequest {
  readonly request: TypedRequest
  readonly faults: readonly RequestFault[]
}

/** RFC 9110 section 5.6.2. */
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/
/** Origin, absolute, asterisk form: section 3.2. Without a fragment, which is never sent. */
const TARGET = /^(\*|\/[\x21-\x22\x24-\x7e]*|https?:\/\/[\x21-\x22\x24-\x7e]+)$/

export function readRequest(typed: string): ReadRequest {
  const { head, body } = splitAtBlank(typed)
  const faults: RequestFault[] = []
  const [first = '', ...lines] = head
  const { method, target } = requestLine(first, faults)
  const fields = lines.flatMap((line, at) => fieldOf(line, at + 2, faults))
  const hosts = fields.filter(([name]) => isNamed(name, 'host'))
  if (hosts.length === 0) faults.push({ fault: 'noHost' })
  if (hosts.length > 1) faults.push({ fault: 'severalHosts' })
  if (body === undefined) faults.push({ fault: 'noBlankLine' })
  else faults.push(...lengthFaults(fields, body))
  const text = `${head.join('\r\n')}\r\n${body === undefined ? '' : `\r\n${body}`}`
  return { request: { method, target, fields, body: body ?? '', text }, faults }
}

interface Split {
  readonly head: readonly string[]
  /** undefined: no empty line ends the head, so that a server goes on waiting. */
  readonly body: string | undefined
}

/** Only the head is made of lines: the body stays as it was typed. */
function splitAtBlank(typed: string): Split {
  const head: string[] = []
  for (let rest = typed; ; ) {
    const end = /\r\n|\r|\n/.exec(rest)
    if (end === null) return { head: rest === '' ? head : [...head, rest], body: undefined }
    const line = rest.slice(0, end.index)
    rest = rest.slice(end.index + end[0].length)
    if (line === '' && head.length > 0) return { head, body: rest }
    // An empty line before the request line is ignored: section 2.2.
    if (line !== '') head.push(line)
  }
}

function requestLine(line: string, faults: RequestFault[]) {
  const [method = '', target = '', version = '', ...more] = line.split(' ')
  if (target === '' || version === '' || more.length > 0)
    faults.push({ fault: 'noRequestLine', line: 1, text: line })
  else {
    if (!TOKEN.test(method) || method !== method.toUpperCase())
      faults.push({ fault: 'badMethod', line: 1, text: method })
    if (!TARGET.test(target)) faults.push({ fault: 'badTarget', line: 1, text: target })
    if (version !== 'HTTP/1.1') faults.push({ fault: 'badVersion', line: 1, text: version })
  }
  return { method, target }
}

function fieldOf(
  line: string,
  at: number,
  faults: RequestFault[],
): readonly (readonly [string, string])[] {
  const colon = line.indexOf(':')
  const name = line.slice(0, colon)
  const about = { line: at, text: line }
  if (/^[ \t]/.test(line)) faults.push({ fault: 'foldedField', ...about })
  else if (colon > 0 && /[ \t]$/.test(name)) faults.push({ fault: 'spaceBeforeColon', ...about })
  else if (colon <= 0 || !TOKEN.test(name)) faults.push({ fault: 'badField', ...about })
  else return [[name, line.slice(colon + 1).trim()]]
  return []
}

/** Section 6.3: without a length there is no body, and with one it is as long as it says. */
function lengthFaults(fields: TypedRequest['fields'], body: string): readonly RequestFault[] {
  const octets = utf8Bytes(body).length
  if (fields.some(([name]) => isNamed(name, 'transfer-encoding'))) return [{ fault: 'chunked' }]
  const lengths = fields.filter(([name]) => isNamed(name, 'content-length'))
  const [length] = lengths
  if (length === undefined) return octets > 0 ? [{ fault: 'noLength', octets }] : []
  if (lengths.length > 1) return [{ fault: 'severalLengths' }]
  if (!/^\d{1,15}$/.test(length[1])) return [{ fault: 'badLength', text: length[1] }]
  const said = Number(length[1])
  return said === octets ? [] : [{ fault: 'otherLength', said, octets }]
}

function isNamed(name: string, wanted: string): boolean {
  return name.toLowerCase() === wanted
}
