/** Reads the JSON body of a request, never more of it than allowed. */
import type { IncomingMessage } from 'node:http'

export type Body =
  | { readonly body: 'json'; readonly value: unknown }
  | { readonly body: 'too-large' }
  | { readonly body: 'not-json' }

/** `bytesMax` counts what arrives, whatever the length that was declared. Rejects where the client goes away. */
export async function readJsonBody(request: IncomingMessage, bytesMax: number): Promise<Body> {
  if (request.headers['content-type'] !== 'application/json') return { body: 'not-json' }
  if (Number(request.headers['content-length'] ?? 0) > bytesMax) return { body: 'too-large' }
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > bytesMax) return { body: 'too-large' }
    chunks.push(chunk)
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
    return { body: 'json', value: JSON.parse(text) }
  } catch {
    return { body: 'not-json' }
  }
}
