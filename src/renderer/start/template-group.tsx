/** One group of the built-in scenarios: its heading and its cards. */
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { TemplateGroup } from '../../shared/host/contract'
import { TemplateCard } from './template-card'
import { useTemplates } from './templates'
import './template-group.css'

export function TemplateSection({ group }: { readonly group: TemplateGroup }) {
  const { t } = useTranslation('start')
  const heading = useId()
  const all = useTemplates()
  const templates = all?.filter((template) => template.group === group)
  const areMissing = templates?.length === 0
  if (areMissing && group !== 'scenarios') return null
  return (
    <section aria-labelledby={heading}>
      <h2 className="start-heading" id={heading}>
        {t(`templates.${group}`)}
      </h2>
      {group !== 'scenarios' && <p className="group-about">{t(`templates.${group}.about`)}</p>}
      <div className={group === 'studies' ? 'cards cards-rows' : 'cards'}>
        {templates?.map((template) => (
          <TemplateCard key={template.id} template={template} />
        ))}
      </div>
      {areMissing && <p className="files-empty">{t('noTemplates')}</p>}
    </section>
  )
}
