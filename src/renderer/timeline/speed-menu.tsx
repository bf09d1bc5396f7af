/** How fast the run plays. */
import { useTranslation } from 'react-i18next'
import { SPEEDS, useRun } from '../state/run'
import { useSettings } from '../state/settings'
import { Button } from '../ui/button'
import { Menu, MenuItem } from '../ui/menu'

const DECIMAL = { en: '.', ru: ',' } as const

export function SpeedMenu() {
  const { t } = useTranslation('run')
  const language = useSettings((settings) => settings.language)
  const speed = useRun((run) => run.speed)
  const setSpeed = useRun((run) => run.setSpeed)
  // By hand: the first format of a page costs it a frame.
  const times = (value: number) => `${String(value).replace('.', DECIMAL[language])}×`
  return (
    <Menu
      align="end"
      trigger={
        <Button
          className="speed-button"
          title={t('speed')}
          aria-label={`${t('speed')}: ${times(speed)}`}
        >
          {times(speed)}
        </Button>
      }
    >
      {SPEEDS.map((value) => (
        <MenuItem key={value} checked={value === speed} onSelect={() => setSpeed(value)}>
          {times(value)}
        </MenuItem>
      ))}
    </Menu>
  )
}
