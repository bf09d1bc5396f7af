/** Times of the file: milliseconds, fixed or drawn from a distribution. Knows no clock. */
import { z } from './zod'

const milliseconds = z.number().min(0).max(86_400_000)

export const durationSchema = z.union([
  milliseconds,
  z.strictObject({ uniform: z.tuple([milliseconds, milliseconds]) }),
  z.strictObject({ exponential: milliseconds }),
  z.strictObject({ lognormal: z.tuple([milliseconds, z.number().min(0).max(10)]) }),
])

/** Milliseconds; `exponential` by its mean, `lognormal` by its median and sigma. */
export type Duration = z.infer<typeof durationSchema>

export const millisecondsSchema = milliseconds
