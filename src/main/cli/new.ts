/** `dryrun new TEMPLATE -o FILE`: a built-in scenario as a file of the user's own. */
import { resolve } from 'node:path'
import { mostSimilar } from '../../shared/scenario/similar'
import { readTemplates } from '../host/templates'
import { saveFile } from '../library/save-file'
import { userFolders } from '../user-folders'
import { complain, complainAbout } from './output'
import { STATUS, type Status } from './status'

interface NewOptions {
  readonly output: string
  readonly force?: true
}

export async function newFromTemplate(id: string, options: NewOptions): Promise<Status> {
  const templates = await readTemplates()
  const template = templates.find((each) => each.id === id)
  if (template === undefined) {
    const ids = templates.map((each) => each.id)
    const similar = mostSimilar(id, ids)
    const hint = similar === undefined ? '.' : `; did you mean "${similar}"?`
    complain(`no built-in scenario "${id}"${hint} There are: ${ids.join(', ')}.`)
    return STATUS.unusable
  }
  const saved = await saveFile({
    path: resolve(options.output),
    bytes: Buffer.from(template.text),
    expected: { on: options.force ? 'anything' : 'nothing' },
    keepFolder: userFolders().settings,
  })
  if (saved.ok) return STATUS.fine
  if (saved.problems.some((problem) => problem.code === 'host/exists')) {
    complain(`${options.output} is there already; choose another name, or give --force.`)
  } else {
    complainAbout(options.output, saved.problems)
  }
  return STATUS.unusable
}
