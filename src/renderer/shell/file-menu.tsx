/** The menu behind the name of the product: files, and the few things that belong nowhere else. */
import {
  AppWindow,
  ChevronDown,
  CircleQuestionMark,
  Clock,
  FilePlus,
  FolderOpen,
  History,
  House,
  ImageDown,
  Mouse,
  Save,
  SaveAll,
  Search,
  SquareTerminal,
} from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../shared/host/contract'
import { verbOf } from '../commands/commands'
import { openHandle } from '../state/files'
import { getHost } from '../state/host'
import { useSettings } from '../state/settings'
import { Brand } from '../ui/brand'
import { Menu, MenuGroup, MenuItem, MenuSeparator, Submenu } from '../ui/menu'
import { VerbItem } from '../ui/verb-item'

const SIZE = 16
const WHEELS = ['auto', 'mouse', 'trackpad'] as const

export function FileMenu() {
  const { t } = useTranslation('app')
  const wheelChosen = useSettings((settings) => settings.wheel)
  return (
    <Menu
      trigger={
        <button type="button" className="button button-quiet brand-button" aria-label={t('menu')}>
          <Brand />
          <ChevronDown size={14} />
        </button>
      }
    >
      <VerbItem verb={verbOf('file.new')} icon={<FilePlus size={SIZE} />} />
      <VerbItem verb={verbOf('file.open')} icon={<FolderOpen size={SIZE} />} />
      <VerbItem verb={verbOf('file.newWindow')} icon={<AppWindow size={SIZE} />} />
      <Submenu label={t('menu.recent')} icon={<Clock size={SIZE} />}>
        <RecentItems />
      </Submenu>
      <VerbItem verb={verbOf('file.reopenClosed')} icon={<History size={SIZE} />} />
      <MenuSeparator />
      <VerbItem verb={verbOf('file.save')} icon={<Save size={SIZE} />} />
      <VerbItem verb={verbOf('file.saveAs')} icon={<SaveAll size={SIZE} />} />
      <VerbItem verb={verbOf('file.export')} icon={<ImageDown size={SIZE} />} />
      <MenuSeparator />
      <VerbItem verb={verbOf('file.start')} icon={<House size={SIZE} />} />
      <Submenu label={t('menu.wheel')} icon={<Mouse size={SIZE} />}>
        {WHEELS.map((wheel) => (
          <VerbItem
            key={wheel}
            verb={verbOf(`view.wheel.${wheel}`)}
            checked={wheel === wheelChosen}
          />
        ))}
      </Submenu>
      <VerbItem verb={verbOf('view.find')} icon={<Search size={SIZE} />} />
      <VerbItem verb={verbOf('help.palette')} icon={<SquareTerminal size={SIZE} />} />
      <VerbItem verb={verbOf('help.shortcuts')} icon={<CircleQuestionMark size={SIZE} />} />
    </Menu>
  )
}

type Recent = Extract<CallOutput<'listRecent'>, { ok: true }>['value']
const SHOWN_MAX = 12

/** Asked for when the submenu opens: another window may have opened files meanwhile. */
function RecentItems() {
  const { t } = useTranslation('app')
  const [recent, setRecent] = useState<Recent | null>(null)
  useEffect(() => {
    let gone = false
    getHost()
      .call('listRecent', {})
      .then((answer) => {
        if (!gone) setRecent(answer.ok ? answer.value : [])
      })
    return () => {
      gone = true
    }
  }, [])
  if (recent === null) return <MenuGroup label={t('loading')}>{null}</MenuGroup>
  if (recent.length === 0) return <MenuGroup label={t('menu.noRecent')}>{null}</MenuGroup>
  return recent.slice(0, SHOWN_MAX).map((file) => (
    <MenuItem
      key={file.handle}
      hint={file.missing ? t('menu.missing') : file.folder}
      disabled={file.missing}
      onSelect={() => openHandle(file.handle)}
    >
      {file.name}
    </MenuItem>
  ))
}
