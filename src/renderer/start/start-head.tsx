/** The name of the product, the theme and the language. */
import { Moon, Sun } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { themeShown, useSettings } from '../state/settings'
import { Brand } from '../ui/brand'
import { IconButton } from '../ui/button'
import { Segmented } from '../ui/segmented'

export function StartHead() {
  const { t } = useTranslation('start')
  const { language, setLanguage, theme, setTheme } = useSettings()
  const dark = themeShown(theme) === 'dark'
  return (
    <header className="start-head">
      <Brand />
      <span className="start-head-end">
        <Segmented<'en' | 'ru'>
          label={t('language')}
          value={language}
          segments={[
            { value: 'en', label: 'English' },
            { value: 'ru', label: 'Русский' },
          ]}
          onChange={setLanguage}
        />
        <IconButton
          label={t(dark ? 'toLight' : 'toDark')}
          onClick={() => setTheme(dark ? 'light' : 'dark')}
        >
          {dark ? <Sun size={16} /> : <Moon size={16} />}
        </IconButton>
      </span>
    </header>
  )
}
