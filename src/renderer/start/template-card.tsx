/** A built-in scenario: its picture, its name, what it shows. A study is a row, a scenario a card. */
import { useMemo } from 'react'
import { drawScenario } from '../../shared/drawing/scenario-drawing'
import { textIn } from '../../shared/scenario/text'
import { openCopy } from '../state/files'
import { useSettings } from '../state/settings'
import { Picture } from '../ui/picture'
import type { Template } from './templates'

export function TemplateCard({ template }: { readonly template: Template }) {
  const language = useSettings((settings) => settings.language)
  const { scenario, text } = template
  const drawing = useMemo(() => drawScenario(scenario, { language }), [scenario, language])
  const title = textIn(scenario.title, language)
  const summary = scenario.summary && textIn(scenario.summary, language)
  return (
    <button
      type="button"
      className={template.group === 'studies' ? 'card card-row' : 'card'}
      data-template={template.id}
      onClick={() => openCopy(title, text)}
    >
      <span className="card-picture">
        <Picture drawing={drawing} label={title} />
      </span>
      <span className="card-words">
        <span className="card-title">{title}</span>
        {summary && <span className="card-about">{summary}</span>}
      </span>
    </button>
  )
}
