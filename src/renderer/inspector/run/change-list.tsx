/** The changes of a step, as pairs of words and values. */
import { useTranslation } from 'react-i18next'
import { serviceById } from '../../../shared/scenario/lookup'
import { textIn } from '../../../shared/scenario/text'
import { useDocument } from '../../state/document'
import { useSettings } from '../../state/settings'
import type { Change } from './step-changes'

const BAD = new Set(['change.down', 'change.dead', 'change.promise.violated'])
const GOOD = new Set(['change.up', 'change.promise.holds'])

export function ChangeList({ changes }: { readonly changes: readonly Change[] }) {
  const { t } = useTranslation('inspector')
  const language = useSettings((settings) => settings.language)
  const scenario = useDocument((document) => document.scenario)
  if (changes.length === 0) return <p className="inspector-text">{t('run.nothingChanged')}</p>
  const nameOf = (id: string | undefined) => {
    const service = id === undefined ? undefined : serviceById(scenario).get(id)
    return service ? textIn(service.name, language) : (id ?? '')
  }
  const promiseOf = (id: string | number | undefined) => {
    const invariant = scenario.invariants?.find((one) => one.id === id)
    return invariant ? textIn(invariant.title, language) : String(id ?? '')
  }
  return (
    <dl className="changes">
      {changes.map((change) => {
        const { key, values, before, after, service } = change
        const tone = BAD.has(key) ? 'change-bad' : GOOD.has(key) ? 'change-good' : ''
        const words = t(key, {
          ...values,
          service: nameOf(service),
          promise: promiseOf(values.id),
        })
        return [
          <dt key={`${words} what`} className={tone}>
            {words}
          </dt>,
          <dd key={`${words} how`}>
            {before !== undefined && <del>{before}</del>}
            {before !== undefined && ' → '}
            {after}
          </dd>,
        ]
      })}
    </dl>
  )
}
