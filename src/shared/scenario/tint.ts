/** The few colours that a service or a note may have instead of its own. What each looks like is the theme's matter. */
import { z } from './zod'

export const TINTS = ['grey', 'blue', 'green', 'orange', 'purple', 'pink'] as const
export const tintSchema = z.enum(TINTS)
export type Tint = (typeof TINTS)[number]
