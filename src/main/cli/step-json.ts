/** A step as the command line prints it for machines: names and meaning of its fields stay as they are. */
import type { Step } from '../../shared/engine/step'

/** `at` in milliseconds, as every time in files and output. What does not apply is left out. */
export function stepJson(step: Step, text: string): object {
  const { seq, atUs, kind, service, connection, from, to, message, key, cause } = step
  return { seq, at: atUs / 1_000, kind, service, connection, from, to, message, key, cause, text }
}
