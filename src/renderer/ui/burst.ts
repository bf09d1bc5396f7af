/** One stretch of typing in one field, from focus to blur: what an undo takes back at once. */
import { useId, useRef } from 'react'

export interface Burst {
  /** The same until the field is left; differs between fields. */
  name(): string
  /** To be called when the field gains focus. */
  begin(): void
}

export function useBurst(): Burst {
  const field = useId()
  const count = useRef(0)
  return {
    name: () => `typing ${field} ${count.current}`,
    begin: () => {
      count.current += 1
    },
  }
}
