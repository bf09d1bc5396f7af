/** What the scenario itself breaks when it runs. Written by hand or by a saved run; here it is shown and removed. */
import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { connectionById } from '../../../shared/scenario/lookup'
import type { Fault, Scenario } from '../../../shared/scenario/scenario'
import { useDocument } from '../../state/document'
import { useSettings } from '../../state/settings'
import { IconButton } from '../../ui/button'
import { Section } from '../../ui/section'
import { lineName, serviceName } from './line-names'

export function FaultList({ scenario }: { readonly scenario: Scenario }) {
  const { t } = useTranslation('inspector')
  const language = useSettings((settings) => settings.language)
  const edit = useDocument((document) => document.edit)
  const faults = scenario.faults ?? []
  if (faults.length === 0) return null
  const where = ({ at }: Fault) => {
    if ('service' in at) return serviceName(scenario, at.service, language)
    const line = connectionById(scenario).get(at.connection)
    const name = line ? lineName(scenario, line, language) : at.connection
    return at.half ? t(`fault.half.${at.half}`, { where: name }) : name
  }
  const after = ({ at }: Fault) =>
    at.after
      ? t('fault.after', {
          nth: at.after.nth ?? 1,
          what: at.after.action ?? at.after.step ?? '',
        })
      : t('fault.atOnce')
  const when = (fault: Fault) =>
    fault.for === undefined
      ? after(fault)
      : t('fault.for', { after: after(fault), seconds: fault.for / 1_000 })
  return (
    <Section title={t('faults')}>
      {faults.map((fault, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: faults have no identity but their place
        <div className="box" key={place}>
          <div className="box-head">
            <span>
              <b>{t(`fault.${fault.kind}`)}</b> {where(fault)}
            </span>
            <IconButton
              label={t('fault.remove')}
              onClick={() => edit({ edit: 'setFaults', faults: faults.toSpliced(place, 1) })}
            >
              <Trash2 size={15} />
            </IconButton>
          </div>
          <span className="inspector-text">{when(fault)}</span>
        </div>
      ))}
    </Section>
  )
}
