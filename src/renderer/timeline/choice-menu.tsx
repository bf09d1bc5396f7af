/** What else could happen where the run stands: each choice starts a branch. */
import { Split } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ChoiceInfo } from '../../shared/engine/choices'
import { textIn } from '../../shared/scenario/text'
import { walkElsewhere } from '../commands/walk'
import { useChoiceSentence } from '../state/choice-sentence'
import { useDocument } from '../state/document'
import { choicesNow, useRun } from '../state/run'
import { useSettings } from '../state/settings'
import { Button } from '../ui/button'
import { Menu, MenuGroup, MenuItem } from '../ui/menu'
import { choiceGroups } from './choice-groups'
import { timeParts } from './time-text'

export function ChoiceMenu() {
  const { t } = useTranslation('run')
  return (
    <Menu
      align="end"
      trigger={
        <Button
          className="timeline-choice"
          icon={<Split size={15} aria-hidden="true" />}
          title={t('choices')}
          aria-label={t('choices')}
        >
          {t('choices.short')}
        </Button>
      }
    >
      <ChoiceItems />
    </Menu>
  )
}

/** Apart from the button: asked of the machine only while the menu is open. */
function ChoiceItems() {
  const { t } = useTranslation('run')
  const language = useSettings((settings) => settings.language)
  const scenario = useDocument((document) => document.scenario)
  const trace = useRun((run) => run.trace)
  const position = useRun((run) => run.position)
  const next =
    trace && position < trace.steps.length
      ? trace.choices[trace.choiceIndexAt(position)]
      : undefined
  const groups = choiceGroups(choicesNow(), next, scenario)
  const nameOf = (id: string) => {
    const service = scenario.services.find((candidate) => candidate.id === id)
    return service ? textIn(service.name, language) : id
  }
  if (groups.length === 0) return <p className="run-empty">{t('choices.none')}</p>
  return groups.map(({ service, choices }) => (
    <MenuGroup
      key={service ?? ''}
      label={service === undefined ? t('choices.general') : nameOf(service)}
    >
      {choices.map((choice) => (
        <ChoiceItem key={choice.choice} choice={choice} onSelect={() => walkElsewhere(choice)} />
      ))}
    </MenuGroup>
  ))
}

function ChoiceItem({
  choice,
  onSelect,
}: {
  readonly choice: ChoiceInfo
  readonly onSelect: () => void
}) {
  const { t } = useTranslation('run')
  const language = useSettings((settings) => settings.language)
  const sentenceOf = useChoiceSentence()
  const { dueUs } = choice
  const due = dueUs === undefined ? undefined : timeParts(dueUs, language)
  return (
    <MenuItem
      danger={choice.fault}
      onSelect={onSelect}
      hint={due && t('choice.due', { time: `${due.number} ${t(`unit.${due.unit}`)}` })}
    >
      {sentenceOf(choice)}
    </MenuItem>
  )
}
