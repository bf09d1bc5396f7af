/** Hands a file to the user: through the desktop's save dialog, or as a download of the browser. */
import type { Delivered } from '../state/deliver'
import { getHost } from '../state/host'
import { toBase64 } from './base64'

function download(name: string, bytes: Uint8Array<ArrayBuffer>, type: string): void {
  const address = URL.createObjectURL(new Blob([bytes], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has taken the bytes by the next turn of its loop; a minute is generous.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

export async function deliverFile(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  type: string,
): Promise<Delivered> {
  const host = getHost()
  const info = await host.call('hostInfo', {})
  if (info.host === 'browser') {
    download(name, bytes, type)
    return { ok: true, name }
  }
  const saved = await host.call('saveExport', { name, contentBase64: toBase64(bytes) })
  if (!saved.ok) return { ok: false, problems: saved.problems }
  return saved.value ? { ok: true, name: saved.value.name } : { ok: true, cancelled: true }
}
