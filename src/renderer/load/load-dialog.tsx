/** Load: how many orders a second, and what they do to each service. It goes on when closed. */
import { useTranslation } from 'react-i18next'
import { runCommand } from '../commands/commands'
import { useBoard } from '../state/board'
import { useDocument } from '../state/document'
import { isLoadOutdated, RATE_MAX, RATE_MIN, SECONDS_MAX, useLoad } from '../state/load'
import { useSettings } from '../state/settings'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { FieldRow } from '../ui/field-row'
import { NumberField } from '../ui/number-field'
import { decimalText } from '../ui/number-words'
import { Trouble } from '../ui/trouble'
import { LoadResults } from './load-results'
import './load-dialog.css'

export function LoadDialog() {
  const { t } = useTranslation('load')
  const close = useBoard((board) => board.closeDialog)
  const isLoading = useLoad((load) => load.status === 'loading')
  return (
    <Dialog
      title={t('title')}
      about={t('about')}
      size="large"
      closeLabel={t('close')}
      onClose={close}
      actions={isLoading ? <Loading /> : <Resting />}
    >
      <div className="load">
        <LoadFields />
        <div aria-live="polite">
          {isLoading && <LoadingBand />}
          <LoadResults />
          <NothingMeasured />
        </div>
      </div>
    </Dialog>
  )
}

function Loading() {
  const { t } = useTranslation('load')
  const cancel = useLoad((load) => load.cancel)
  return <Button onClick={cancel}>{t('cancel')}</Button>
}

function Resting() {
  const { t } = useTranslation('load')
  const close = useBoard((board) => board.closeDialog)
  const load = useLoad((one) => one.load)
  const result = useLoad((one) => one.result)
  const rate = useLoad((one) => one.rate)
  const seconds = useLoad((one) => one.seconds)
  const scenario = useDocument((document) => document.scenario)
  const isOld = result === null || isLoadOutdated(result, { rate, seconds, scenario })
  return (
    <>
      <Button onClick={close}>{t('close')}</Button>
      <Button tone={isOld ? 'primary' : 'plain'} onClick={load}>
        {t(result === null ? 'start' : 'again')}
      </Button>
    </>
  )
}

function LoadFields() {
  const { t } = useTranslation('load')
  const { rate, seconds, setRate, setSeconds } = useLoad()
  return (
    <div className="load-fields">
      <FieldRow label={t('rate')}>
        {(id) => (
          <NumberField
            id={id}
            label={t('rate')}
            value={rate}
            min={RATE_MIN}
            max={RATE_MAX}
            onChange={(next) => next !== undefined && setRate(next)}
          />
        )}
      </FieldRow>
      <FieldRow label={t('seconds')}>
        {(id) => (
          <NumberField
            id={id}
            label={t('seconds')}
            value={seconds}
            min={1}
            max={SECONDS_MAX}
            step={10}
            onChange={(next) => next !== undefined && setSeconds(next)}
          />
        )}
      </FieldRow>
    </div>
  )
}

/** How far it is changes ten times a second; it is read out only when it ends. */
function LoadingBand() {
  const { t } = useTranslation('load')
  const language = useSettings((settings) => settings.language)
  const seconds = useLoad((load) => load.seconds)
  const done = useLoad((load) => load.progress?.seconds ?? 0)
  return (
    <div className="load-progress">
      <progress max={seconds} value={done} aria-label={t('progress')} />
      <span aria-hidden="true">
        {t('progress.of', {
          done: decimalText(done, language, 0),
          seconds: decimalText(seconds, language, 0),
        })}
      </span>
    </div>
  )
}

/** Why there is nothing to see. */
function NothingMeasured() {
  const { t } = useTranslation('load')
  const problems = useLoad((load) => load.problems)
  const isFailed = useLoad((load) => load.status === 'failed')
  if (isFailed) return <Trouble>{t('failed')}</Trouble>
  if (problems.length === 0) return null
  return (
    <Trouble>
      {t('problems', { count: problems.length })}
      <Button small onClick={() => runCommand('mode.run')}>
        {t('problems.show')}
      </Button>
    </Trouble>
  )
}
