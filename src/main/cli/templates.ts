/** `dryrun templates`: the built-in scenarios. */
import { parseScenario } from '../../shared/scenario/parse'
import { type Text, textIn } from '../../shared/scenario/text'
import { readTemplates } from '../host/templates'
import { print, printJson } from './output'
import { STATUS, type Status } from './status'
import { columns } from './table'

interface Listed {
  readonly id: string
  readonly title: string
  readonly summary: string
}

export async function listTemplates(options: { readonly json?: true }): Promise<Status> {
  const templates: Listed[] = []
  for (const { id, text } of await readTemplates()) {
    const parsed = parseScenario(text)
    if (!parsed.ok) throw new Error(`the built-in scenario ${id} does not parse`)
    const { title, summary } = parsed.value
    templates.push({ id, title: english(title), summary: english(summary ?? '') })
  }
  if (options.json) printJson({ templates })
  else print(columns(templates.map(({ id, title, summary }) => [id, title, summary])).join('\n'))
  return STATUS.fine
}

const english = (text: Text): string => textIn(text, 'en')
