/** `dryrun templates`: the built-in scenarios, by group. */
import { TEMPLATE_GROUPS, type TemplateGroup } from '../../shared/host/contract'
import { parseScenario } from '../../shared/scenario/parse'
import { type Text, textIn } from '../../shared/scenario/text'
import { readTemplates } from '../host/templates'
import { print, printJson } from './output'
import { STATUS, type Status } from './status'
import { columns } from './table'
import { wrapped } from './wrapped'

interface Listed {
  readonly id: string
  readonly group: TemplateGroup
  readonly title: string
  readonly summary: string
}

const HEADINGS: Readonly<Record<TemplateGroup, string>> = {
  scenarios: 'Built-in scenarios',
  reliable: 'Made reliable',
  studies: 'Studies: one pattern each',
  styles: 'Architecture styles',
}

const COLUMNS_MAX = 100
const INDENT = '    '

export async function listTemplates(options: { readonly json?: true }): Promise<Status> {
  const templates: Listed[] = []
  for (const { id, group, text } of await readTemplates()) {
    const parsed = parseScenario(text)
    if (!parsed.ok) throw new Error(`the built-in scenario ${id} does not parse`)
    const { title, summary } = parsed.value
    templates.push({ id, group, title: english(title), summary: english(summary ?? '') })
  }
  if (options.json) printJson({ templates })
  else print(listing(templates))
  return STATUS.fine
}

/** A heading a group, then for each its name and title and, indented, what it shows. */
function listing(templates: readonly Listed[]): string {
  const heads = columns(templates.map(({ id, title }) => [id, title]))
  const groups = TEMPLATE_GROUPS.map((group) => {
    const listed = templates.flatMap((one, at) =>
      one.group === group ? [`  ${heads[at]}`, ...wrapped(one.summary, COLUMNS_MAX, INDENT)] : [],
    )
    return [HEADINGS[group], ...listed].join('\n')
  })
  return groups.join('\n\n')
}

const english = (text: Text): string => textIn(text, 'en')
