/** A mistake of the interview notes, by its name in the reference: `S33`. Drills and cards say which they correct. */
import { z } from '../scenario/zod'

export const mistakeSchema = z.string().regex(/^S\d\d$/)
