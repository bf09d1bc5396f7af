/** The time of a drill: how much has been worked, and whether it goes on. Reads the clock for everybody else. */

export interface DrillClock {
  /** Milliseconds before it was last started. */
  readonly beforeMs: number
  /** When it was last started, by the page's clock; null while it is paused. */
  readonly startedMs: number | null
}

export const nowMs = (): number => Date.now()

export function elapsedMs({ beforeMs, startedMs }: DrillClock): number {
  return startedMs === null ? beforeMs : beforeMs + Math.max(0, nowMs() - startedMs)
}

export function paused(clock: DrillClock): DrillClock {
  return { beforeMs: elapsedMs(clock), startedMs: null }
}

export function going(clock: DrillClock): DrillClock {
  return { beforeMs: elapsedMs(clock), startedMs: nowMs() }
}

/** `12:05`; hours are minutes too. */
export function minutesText(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1_000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
