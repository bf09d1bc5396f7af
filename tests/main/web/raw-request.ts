/** HTTP byte by byte: what no proper client would send, an attacker can. */
import { connect } from 'node:net'

export interface RawAnswer {
  readonly status: number
  readonly head: string
  readonly body: string
}

/** Sends `text` as it stands and reads until the server closes, or `waitMs` have passed. */
export function sendRaw(port: number, text: string, waitMs = 1_000): Promise<RawAnswer> {
  return new Promise((done, fail) => {
    const socket = connect(port, '127.0.0.1')
    let received = ''
    const finish = () => {
      socket.destroy()
      const [head = '', body = ''] = received.split('\r\n\r\n')
      done({ status: Number(head.split(' ')[1] ?? 0), head, body })
    }
    const patience = setTimeout(finish, waitMs)
    socket.on('data', (chunk) => {
      received += chunk.toString()
      if (/^HTTP[\s\S]*\r\n\r\n/.test(received)) {
        clearTimeout(patience)
        setTimeout(finish, 20)
      }
    })
    socket.on('close', finish)
    socket.on('error', fail)
    socket.write(text)
  })
}

/** A request of these lines, ended properly. */
export const request = (...lines: readonly string[]): string => `${lines.join('\r\n')}\r\n\r\n`
