/** Bytes as the reference writes them: two digits a byte, spaces and bars of no meaning. */
import { hexOf } from '../../src/shared/wire/bytes/annotated'

export const hex = (text: string): string => text.replaceAll(/[\s|]+/g, ' ').trim()

/** What one piece of the wire is, in the same form. */
export const written = (piece: { readonly bytes: Uint8Array }): string => hexOf(piece.bytes)
