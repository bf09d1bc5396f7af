/** When drawing the page fails: what happened, and a way to keep the work. */
import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { printScenario } from '../../shared/scenario/print'
import { useDocument } from '../state/document'
import { proposedName } from '../state/files'
import { Button } from '../ui/button'
import { deliverFile } from './deliver-file'
import './error-boundary.css'

interface Caught {
  readonly error: Error | null
}

export class ErrorBoundary extends Component<{ readonly children: ReactNode }, Caught> {
  override state: Caught = { error: null }

  static getDerivedStateFromError(error: unknown): Caught {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render() {
    const { error } = this.state
    if (!error) return this.props.children
    return <Broken error={error} onAgain={() => this.setState({ error: null })} />
  }
}

function saveCopy(): void {
  const bytes = new TextEncoder().encode(printScenario(useDocument.getState().scenario))
  void deliverFile(proposedName(), bytes, 'application/json')
}

function Broken({ error, onAgain }: { readonly error: Error; readonly onAgain: () => void }) {
  const { t } = useTranslation('app')
  return (
    <main className="broken" role="alert">
      <h1>{t('broken.title')}</h1>
      <p>{t('broken.about')}</p>
      <pre>{error.stack ?? error.message}</pre>
      <div className="broken-actions">
        <Button tone="primary" onClick={saveCopy}>
          {t('broken.saveCopy')}
        </Button>
        <Button onClick={onAgain}>{t('broken.again')}</Button>
      </div>
    </main>
  )
}
