/** Finding a thing on the board: the view goes to each hit while the list stays open. */
import { type KeyboardEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Found, findThings } from '../../commands/find-things'
import { useBoard } from '../../state/board'
import { useDocument } from '../../state/document'
import { useSelection } from '../../state/selection'
import { useSettings } from '../../state/settings'
import { wishViewport } from '../../state/viewport'
import { Dialog } from '../../ui/dialog'
import './search-dialog.css'

/** More are counted, not listed: who sees two hundred types another letter. */
const SHOWN_MAX = 200

function show({ id }: Found): void {
  useSelection.getState().select([id])
  wishViewport({ wish: 'reveal', ids: [id] })
}

export function FindDialog() {
  const { t } = useTranslation('app')
  const close = useBoard((board) => board.closeDialog)
  const scenario = useDocument((document) => document.scenario)
  const language = useSettings((settings) => settings.language)
  const [query, setQuery] = useState('')
  const [at, setAt] = useState<number | null>(null)
  const found = useMemo(() => findThings(scenario, query, language), [scenario, query, language])
  const shown = found.slice(0, SHOWN_MAX)

  const goTo = (index: number) => {
    const hit = shown[index]
    if (!hit) return
    setAt(index)
    show(hit)
    document.getElementById(`find-${index}`)?.scrollIntoView({ block: 'nearest' })
  }
  const onKey = (press: KeyboardEvent) => {
    const isBack = press.key === 'ArrowUp' || (press.key === 'Enter' && press.shiftKey)
    const isOn = press.key === 'ArrowDown' || (press.key === 'Enter' && !press.shiftKey)
    if (shown.length === 0 || !(isBack || isOn)) return
    press.preventDefault()
    if (isOn) goTo(at === null ? 0 : (at + 1) % shown.length)
    else goTo(((at ?? 0) + shown.length - 1) % shown.length)
  }
  return (
    <Dialog title={t('find.title')} closeLabel={t('close')} onClose={close}>
      <div className="search search-find">
        <input
          className="field"
          type="text"
          role="combobox"
          aria-label={t('find.title')}
          aria-expanded={shown.length > 0}
          aria-controls="find-list"
          aria-activedescendant={at === null ? undefined : `find-${at}`}
          placeholder={t('find.placeholder')}
          value={query}
          autoFocus
          spellCheck={false}
          onChange={(change) => {
            setQuery(change.target.value)
            setAt(null)
          }}
          onKeyDown={onKey}
        />
        <div id="find-list" role="listbox" aria-label={t('find.title')} className="search-list">
          {shown.map((hit, index) => (
            <button
              key={hit.id}
              id={`find-${index}`}
              type="button"
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className="search-row"
              onClick={() => goTo(index)}
            >
              <span className="search-words">{hit.name}</span>
              <small>{t(`find.${hit.kind}`)}</small>
            </button>
          ))}
        </div>
        <p className="search-hint" role="status">
          {query.trim() !== '' && found.length === 0 && t('find.none')}
          {found.length > SHOWN_MAX && t('find.more', { shown: SHOWN_MAX, count: found.length })}
          {found.length > 0 && found.length <= SHOWN_MAX && t('find.keys')}
        </p>
      </div>
    </Dialog>
  )
}
