/** For whoever asks: the rubric with marks of one's own, what to ask next, notes, and the report. */
import { useTranslation } from 'react-i18next'
import { MARKS } from '../../shared/drills/answer'
import { textIn } from '../../shared/scenario/text'
import type { Deliver } from '../state/deliver'
import { type Mark, useDrill } from '../state/drill'
import { useSettings } from '../state/settings'
import { FieldRow } from '../ui/field-row'
import { Select } from '../ui/select'
import { TextField } from '../ui/text-field'
import { ReportButtons } from './report-buttons'

const NONE = 'none'

export function InterviewerTab({ deliver }: { readonly deliver: Deliver }) {
  const { t } = useTranslation('drills')
  const drill = useDrill((state) => state.drill)
  const marks = useDrill((state) => state.session.marks)
  const notes = useDrill((state) => state.session.notes)
  const language = useSettings((settings) => settings.language)
  const { setNotes, setMark } = useDrill.getState()
  if (drill === null) return null
  const options: readonly { value: Mark | typeof NONE; label: string }[] = [
    { value: NONE, label: t('mark.none') },
    ...MARKS.map((value) => ({ value, label: t(`mark.${value}`) })),
  ]
  return (
    <div className="drill-view">
      <p className="drill-note">{t('interviewer.about')}</p>
      <h3 className="drill-subtitle">{t('rubric')}</h3>
      <div className="drill-rubric">
        {drill.checks.map(({ id, title }) => {
          const label = textIn(title, language)
          return (
            <FieldRow key={id} label={label}>
              {(field) => (
                <Select
                  id={field}
                  label={label}
                  value={marks[id] ?? NONE}
                  options={options}
                  onChange={(mark) => setMark(id, mark === NONE ? undefined : mark)}
                />
              )}
            </FieldRow>
          )
        })}
      </div>
      {drill.points && drill.points.length > 0 && (
        <>
          <h3 className="drill-subtitle">{t('report.points')}</h3>
          <ul>
            {drill.points.map((point) => (
              <li key={textIn(point, 'en')}>{textIn(point, language)}</li>
            ))}
          </ul>
        </>
      )}
      <h3 className="drill-subtitle">{t('report.notes')}</h3>
      <TextField label={t('report.notes')} rows={6} value={notes} onChange={setNotes} />
      <ReportButtons deliver={deliver} />
    </div>
  )
}
