/** What is open, whether it is drawn or run, and the verbs that belong to the whole. */
import { Gauge, ImageDown, Network, Redo2, SearchAlert, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandId } from '../../shared/commands/command-table'
import { commandById, keysOf, runCommand } from '../commands/commands'
import { useBoard } from '../state/board'
import { useDocument } from '../state/document'
import { Button } from '../ui/button'
import { Tooltip } from '../ui/tooltip'
import { CommandButton } from './command-button'
import { DocumentTitle } from './document-title'
import { FileMenu } from './file-menu'
import { ModeSwitch } from './mode-switch'
import { LanguageButton, ThemeButton } from './preference-buttons'
import './top-bar.css'

export function TopBar() {
  const { t } = useTranslation('app')
  return (
    <header className="top-bar">
      <div className="top-bar-start">
        <FileMenu />
        <DocumentTitle />
      </div>
      <ModeSwitch />
      <div className="top-bar-end">
        <EditButtons />
        <VerbButton
          id="run.findFailures"
          about={t('findFailures.about')}
          icon={<SearchAlert size={16} />}
        />
        <VerbButton id="run.load" about={t('load.about')} icon={<Gauge size={16} />} />
        <Tooltip text={t('export.about')} keys={keysOf('file.export')}>
          <Button
            className="button-folding"
            icon={<ImageDown size={16} />}
            onClick={() => runCommand('file.export')}
          >
            {t('export')}
          </Button>
        </Tooltip>
        <ThemeButton />
        <LanguageButton />
      </div>
    </header>
  )
}

function EditButtons() {
  // Drawn again whenever the answer of a command's `enabled` may have changed.
  useDocument((document) => document.edited)
  useBoard((board) => board.mode)
  return (
    <div className="edit-buttons">
      <CommandButton id="edit.undo">
        <Undo2 size={16} />
      </CommandButton>
      <CommandButton id="edit.redo">
        <Redo2 size={16} />
      </CommandButton>
      <CommandButton id="layout.tidyUp">
        <Network size={16} />
      </CommandButton>
    </div>
  )
}

/** A verb about the whole scenario, with a picture; what it says when it is off is why. */
function VerbButton({
  id,
  about,
  icon,
}: {
  readonly id: CommandId
  readonly about: string
  readonly icon: ReactNode
}) {
  const { t } = useTranslation()
  // Drawn again whenever there may be something to search for.
  useDocument((document) => document.scenario)
  const { enabled, title } = commandById(id)
  const answer = enabled()
  return (
    <Tooltip text={answer === true ? about : t(answer)} keys={keysOf(id)}>
      <Button
        className="button-folding"
        icon={icon}
        aria-disabled={answer !== true}
        onClick={() => runCommand(id)}
      >
        {t(title)}
      </Button>
    </Tooltip>
  )
}
