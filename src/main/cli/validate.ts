/** `dryrun validate FILE...`: schema, names and meaning, then the design; whatever is wrong, all of it at once. */
import type { Problem } from '../../shared/base/problem'
import { compile } from '../../shared/engine/compile'
import { parseScenario } from '../../shared/scenario/parse'
import { openFile } from '../library/open-file'
import { designWarnings } from './design-warnings'
import { complainAbout, print, printJson } from './output'
import { STATUS, type Status } from './status'

interface Found {
  readonly file: string
  readonly errors: readonly Problem[]
  readonly warnings: readonly Problem[]
  /** The file could not even be read. */
  readonly unreadable: boolean
}

export async function validateFiles(
  files: readonly string[],
  options: { readonly json?: true },
): Promise<Status> {
  const all: Found[] = []
  for (const file of files) all.push(await validate(file))
  const ok = all.every((found) => found.errors.length === 0)
  if (options.json) {
    const listed = (kind: 'errors' | 'warnings') =>
      all.flatMap((found) =>
        found[kind].map(({ code, path, message }) => ({ file: found.file, code, path, message })),
      )
    printJson({ ok, errors: listed('errors'), warnings: listed('warnings') })
  } else {
    for (const found of all) show(found)
  }
  if (all.some((found) => found.unreadable)) return STATUS.unusable
  return ok ? STATUS.fine : STATUS.broken
}

async function validate(file: string): Promise<Found> {
  const opened = await openFile(file)
  if (!opened.ok) return { file, errors: opened.problems, warnings: [], unreadable: true }
  const parsed = parseScenario(opened.value.text)
  if (!parsed.ok) return { file, errors: parsed.problems, warnings: [], unreadable: false }
  const compiled = compile(parsed.value)
  const problems = compiled.ok ? compiled.warnings : compiled.problems
  const found = [...parsed.warnings, ...problems]
  // What does not run yet is not worth a word about its design.
  const design = compiled.ok ? designWarnings(parsed.value) : []
  return {
    file,
    errors: found.filter((problem) => problem.severity === 'error'),
    warnings: [...found.filter((problem) => problem.severity === 'warning'), ...design],
    unreadable: false,
  }
}

function show({ file, errors, warnings }: Found): void {
  complainAbout(file, errors)
  complainAbout(
    file,
    warnings.map((warning) => ({ ...warning, message: `warning: ${warning.message}` })),
  )
  if (errors.length === 0) print(`${file}: fine`)
}
