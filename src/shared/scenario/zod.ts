/** The one import of zod: a strict content policy forbids the eval that zod's compiled parsers use. */
import { z } from 'zod'

z.config({ jitless: true })

export { z }
