/** The plain widgets in their states: what every panel is made of. */
import { Play, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '../ui/button'
import { KeyHint } from '../ui/key-hint'
import { NumberField } from '../ui/number-field'
import { Segmented } from '../ui/segmented'
import { Select } from '../ui/select'
import { Switch } from '../ui/switch'

const TONES = ['primary', 'plain', 'quiet', 'danger'] as const
const OPTIONS = ['one', 'two', 'three'] as const

export function GalleryWidgets() {
  const { t } = useTranslation('gallery')
  const [chosen, choose] = useState<(typeof OPTIONS)[number]>('one')
  const [isOn, turn] = useState(true)
  const [number, setNumber] = useState<number | undefined>(3)
  const options = OPTIONS.map((value) => ({ value, label: t(`option.${value}`) }))
  return (
    <section aria-label={t('widgets')}>
      <h2>{t('widgets')}</h2>
      <div className="gallery-row">
        {TONES.map((tone) => (
          <Button key={tone} tone={tone} icon={<Play size={14} />}>
            {t(`tone.${tone}`)}
          </Button>
        ))}
        <Button disabled>{t('disabled')}</Button>
        <Button small>{t('small')}</Button>
        <IconButton label={t('tone.danger')}>
          <Trash2 size={16} />
        </IconButton>
        <IconButton label={t('disabled')} disabled>
          <Trash2 size={16} />
        </IconButton>
        <KeyHint keys="Ctrl+Shift+P" />
      </div>
      <div className="gallery-row">
        <Segmented label={t('widgets')} value={chosen} segments={options} onChange={choose} />
        <Select label={t('widgets')} value={chosen} options={options} onChange={choose} />
        <NumberField
          label={t('number')}
          value={number}
          min={0}
          max={9}
          onChange={(value) => setNumber(value)}
        />
        <Switch label={t('switch')} hint={t('switch.about')} checked={isOn} onChange={turn} />
        <Switch label={t('disabled')} checked={false} disabled onChange={() => undefined} />
      </div>
    </section>
  )
}
