/** One click to the other theme, one to the other language. */
import { Moon, Sun } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { keysOf, runCommand } from '../commands/commands'
import { themeShown, useSettings } from '../state/settings'
import { IconButton } from '../ui/button'
import { Tooltip } from '../ui/tooltip'

export function ThemeButton() {
  const { t } = useTranslation('app')
  const theme = themeShown(useSettings((settings) => settings.theme))
  return (
    <IconButton
      label={t(theme === 'dark' ? 'theme.toLight' : 'theme.toDark')}
      keys={keysOf('view.theme')}
      onClick={() => runCommand('view.theme')}
    >
      {theme === 'dark' ? <Sun size={16} /> : <Moon size={16} />}
    </IconButton>
  )
}

export function LanguageButton() {
  const { t } = useTranslation('app')
  const language = useSettings((settings) => settings.language)
  return (
    <Tooltip text={t('language.other')} keys={keysOf('view.language')}>
      <button
        type="button"
        className="button button-plain language-button"
        aria-label={`${language.toUpperCase()}: ${t('language.other')}`}
        onClick={() => runCommand('view.language')}
      >
        {language.toUpperCase()}
      </button>
    </Tooltip>
  )
}
