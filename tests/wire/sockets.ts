/** Bytes of ours given to real servers and clients over loopback, and what those made of them. */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

export async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

/** A plain socket to the port; closed with the test. */
export async function dial(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  onTestFinished(() => void socket.destroy())
  await once(socket, 'connect')
  return socket
}

/** A server that says these bytes to whoever asks anything. */
export async function answering(bytes: Uint8Array): Promise<number> {
  return listening(createServer((socket) => socket.once('data', () => socket.end(bytes))))
}

/** The first bytes that come, at least so many. */
export async function heard(socket: Socket, atLeast: number): Promise<Buffer> {
  let all = Buffer.alloc(0)
  while (all.length < atLeast) {
    const [chunk] = (await once(socket, 'data')) as [Buffer]
    all = Buffer.concat([all, chunk])
  }
  return all
}
