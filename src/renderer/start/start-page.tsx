/** Where everything begins: a new board, the built-in scenarios, the user's own files. */
import { FolderOpen, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { commandById, keysOf, runCommand } from '../commands/commands'
import { openHandle } from '../state/files'
import { Button } from '../ui/button'
import { KeyHint } from '../ui/key-hint'
import { FileList, useFiles } from './file-list'
import { FirstMinute } from './first-minute'
import { RecoveryList } from './recovery-list'
import { StartHead } from './start-head'
import { TemplateSection } from './template-group'
import './start-page.css'

/** `children` stand between the user's recent files and the other scenarios. */
export function StartPage({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('start')
  const recent = useFiles('listRecent')
  const folder = useFiles('listFolder')
  const known = new Set(recent.map((file) => file.handle))
  const others = folder.filter((file) => !known.has(file.handle))
  return (
    <div className="start">
      <StartHead />
      <main className="start-body">
        <section className="start-begin">
          <h1>{t('headline')}</h1>
          <p>{t('about')}</p>
          <div className="start-actions">
            <Button tone="primary" icon={<Plus size={16} />} onClick={() => runCommand('file.new')}>
              {t('new')}
            </Button>
            <Button icon={<FolderOpen size={16} />} onClick={() => commandById('file.open').run()}>
              {t('open')}
            </Button>
            <KeyHint keys={keysOf('file.open') ?? ''} />
            <span className="start-drop">{t('drop')}</span>
          </div>
        </section>
        <RecoveryList />
        <TemplateSection group="scenarios" />
        <FileList label={t('recent')} files={recent} onOpen={openHandle} />
        {recent.length + others.length === 0 && <FirstMinute />}
        {children}
        <TemplateSection group="reliable" />
        <TemplateSection group="studies" />
        <TemplateSection group="styles" />
        <FileList label={t('folder')} files={others} onOpen={openHandle} />
      </main>
    </div>
  )
}
