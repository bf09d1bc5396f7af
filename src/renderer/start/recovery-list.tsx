/** What a crash left unsaved, offered back: what it is, when it was kept, which file it belongs to. */
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { drawScenario } from '../../shared/drawing/scenario-drawing'
import type { CallOutput } from '../../shared/host/contract'
import { parseScenario } from '../../shared/scenario/parse'
import { getHost } from '../state/host'
import { discardRecovered, openRecovered } from '../state/recovered'
import { useSettings } from '../state/settings'
import { Button } from '../ui/button'
import { Picture } from '../ui/picture'
import './recovery-list.css'

type Offer = Extract<CallOutput<'listRecovery'>, { ok: true }>['value']
type Entry = Offer['entries'][number]

const NOTHING: Offer = { entries: [], damaged: 0 }

export function RecoveryList() {
  const { t } = useTranslation('start')
  const [{ entries, damaged }, setOffer] = useState(NOTHING)
  useEffect(() => {
    let gone = false
    void getHost()
      .call('listRecovery', {})
      .then((answer) => {
        if (!gone && answer.ok) setOffer(answer.value)
      })
    return () => {
      gone = true
    }
  }, [])
  if (entries.length + damaged === 0) return null
  const discard = async (draft: string) => {
    await discardRecovered(draft)
    setOffer({ entries: entries.filter((one) => one.draft !== draft), damaged })
  }
  return (
    <section className="recovery" aria-labelledby="recovery">
      <h2 className="start-heading" id="recovery">
        {t('recovery')}
      </h2>
      {entries.length > 0 && <p className="group-about">{t('recovery.about')}</p>}
      <ul>
        {entries.map((entry) => (
          <RecoveryCard key={entry.draft} entry={entry} onDiscard={() => discard(entry.draft)} />
        ))}
      </ul>
      {damaged > 0 && (
        <p className="recovery-damaged">{t('recovery.damaged', { count: damaged })}</p>
      )}
    </section>
  )
}

function RecoveryCard({
  entry,
  onDiscard,
}: {
  readonly entry: Entry
  readonly onDiscard: () => void
}) {
  const { t } = useTranslation('start')
  const language = useSettings((settings) => settings.language)
  const [asking, setAsking] = useState(false)
  const { draft, title, name, folder, keptAt, otherDamaged } = entry
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <li className="recovery-card" aria-label={title}>
      <span className="recovery-picture">
        <RecoveryPicture draft={draft} label={title} />
      </span>
      <span className="recovery-words">
        <span className="card-title">{title}</span>
        <span className="recovery-file">
          {name === null ? t('recovery.noFile') : `${folder ?? ''}/${name}`}
        </span>
        <time>{t('recovery.kept', { when: when.format(keptAt) })}</time>
        {otherDamaged && <span className="recovery-damaged">{t('recovery.otherDamaged')}</span>}
      </span>
      <span className="recovery-actions">
        {asking ? (
          <>
            <Button autoFocus onClick={() => setAsking(false)}>
              {t('recovery.keepIt')}
            </Button>
            <Button tone="danger" onClick={onDiscard}>
              {t('recovery.discardNow')}
            </Button>
          </>
        ) : (
          <>
            <Button tone="quiet" onClick={() => setAsking(true)}>
              {t('recovery.discard')}
            </Button>
            <Button tone="primary" onClick={() => openRecovered(draft)}>
              {t('recovery.open')}
            </Button>
          </>
        )}
      </span>
    </li>
  )
}

/** Beyond this a picture the size of a stamp shows nothing. */
const SERVICES_MAX = 300

function RecoveryPicture({ draft, label }: { readonly draft: string; readonly label: string }) {
  const language = useSettings((settings) => settings.language)
  const [text, setText] = useState<string | null>(null)
  useEffect(() => {
    let gone = false
    void getHost()
      .call('readRecovery', { draft, claim: false })
      .then((answer) => {
        if (!gone && answer.ok) setText(answer.value.text)
      })
    return () => {
      gone = true
    }
  }, [draft])
  const drawing = useMemo(() => {
    const parsed = text === null ? undefined : parseScenario(text)
    if (!parsed?.ok || parsed.value.services.length > SERVICES_MAX) return null
    return drawScenario(parsed.value, { language })
  }, [text, language])
  return drawing && <Picture drawing={drawing} label={label} />
}
