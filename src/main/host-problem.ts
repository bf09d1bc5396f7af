/** Problems of files and hosts: a code, and its English sentence from the same catalogue the page translates. */
import english from '../../resources/locales/en/host.json'
import type { Outcome, Problem, ProblemValue } from '../shared/base/problem'

export type HostProblemCode = Extract<keyof typeof english, `host/${string}`>

/** The problem that `code` names; `values` fill its sentence here and in every other language. */
export function hostProblem(
  code: HostProblemCode,
  values: Readonly<Record<string, ProblemValue>> = {},
): Problem {
  const message = english[code].replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
    String(values[name] ?? ''),
  )
  return { code, message, path: '', values, severity: 'error' }
}

/** An outcome that failed for one reason. */
export function failed(
  code: HostProblemCode,
  values: Readonly<Record<string, ProblemValue>> = {},
): Extract<Outcome<never>, { ok: false }> {
  return { ok: false, problems: [hostProblem(code, values)] }
}

/** The errno of a failed system call (`ENOSPC`), or the message of anything else that was thrown. */
export function reasonOf(error: unknown): string {
  if (error instanceof Error) {
    const { code } = error as NodeJS.ErrnoException
    return code ?? error.message
  }
  return String(error)
}
