/** How a file reaches the user, whatever the host. */
import type { Problem } from '../../shared/base/problem'

export type Delivered =
  | { readonly ok: true; readonly name: string }
  | { readonly ok: true; readonly cancelled: true }
  | { readonly ok: false; readonly problems: readonly Problem[] }

export type Deliver = (
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  type: string,
) => Promise<Delivered>
