/** Where things stand on the board, in board units (one CSS pixel at 100 %). The engine never sees it. */
import { z } from './zod'

const coordinate = z.number().min(-1_000_000).max(1_000_000)
const length = z.number().min(8).max(100_000)

export const pointSchema = z.strictObject({ x: coordinate, y: coordinate })
export type Point = z.infer<typeof pointSchema>

export const sizeSchema = z.strictObject({ width: length, height: length })
export type Size = z.infer<typeof sizeSchema>

export const idSchema = z
  .string()
  .regex(
    /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/,
    'a letter, then up to 63 letters, digits, "_", "." or "-"',
  )
