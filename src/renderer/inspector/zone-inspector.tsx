/** A zone: its name, what kind of border it is, and which comes first of several. */
import { useTranslation } from 'react-i18next'
import type { Changes } from '../../shared/scenario/edits'
import type { Zone } from '../../shared/scenario/scenario'
import { textIn } from '../../shared/scenario/text'
import { useDocument } from '../state/document'
import { useSettings } from '../state/settings'
import { FieldRow } from '../ui/field-row'
import { NumberField } from '../ui/number-field'
import { Select } from '../ui/select'
import { Switch } from '../ui/switch'
import { InspectorHead } from './inspector-head'
import { WordsField } from './words-field'

const KINDS: readonly Zone['kind'][] = ['boundary', 'layer', 'ring', 'monolith']

export function ZoneInspector({ zone }: { readonly zone: Zone }) {
  const { t } = useTranslation('inspector')
  const language = useSettings((settings) => settings.language)
  const edit = useDocument((document) => document.edit)
  const update = (changes: Changes<Zone>, burst?: string) =>
    edit({ edit: 'updateZone', id: zone.id, changes }, burst)
  return (
    <>
      <InspectorHead title={textIn(zone.name, language)} kind={t(`zone.${zone.kind}`)} />
      <div className="inspector-fields">
        <WordsField
          label={t('name')}
          value={zone.name}
          onChange={(name, burst) => update({ name }, burst)}
        />
        <FieldRow label={t('kind')}>
          {(id) => (
            <Select
              id={id}
              label={t('kind')}
              value={zone.kind}
              options={KINDS.map((kind) => ({ value: kind, label: t(`zone.${kind}`) }))}
              onChange={(kind) => update({ kind })}
            />
          )}
        </FieldRow>
        <FieldRow label={t('zone.order')} hint={t('zone.order.about')}>
          {(id) => (
            <NumberField
              id={id}
              label={t('zone.order')}
              value={zone.order}
              min={0}
              max={1_000}
              onChange={(order, burst) => update({ order }, burst)}
            />
          )}
        </FieldRow>
        <Switch
          label={t('zone.trust')}
          hint={t('zone.trust.about')}
          checked={zone.trust === true}
          onChange={(trust) => update({ trust: trust ? true : undefined })}
        />
        {zone.kind === 'layer' && (
          <Switch
            label={t('zone.open')}
            hint={t('zone.open.about')}
            checked={zone.open === true}
            onChange={(open) => update({ open: open ? true : undefined })}
          />
        )}
      </div>
    </>
  )
}
