/**
 * Whether the keyboard is walking from thing to thing. Only then does focus select: a menu that closes, or a
 * field that is left, also gives focus back, and must not change what is selected.
 */
import { useSelection } from '../../state/selection'

let isTabbing = false

export function selectIfTabbed(id: string): void {
  if (isTabbing) useSelection.getState().select([id])
}

/** Returns the way to stop. */
export function watchTabbing(): () => void {
  const press = ({ key }: KeyboardEvent) => {
    isTabbing = key === 'Tab'
  }
  const point = () => {
    isTabbing = false
  }
  window.addEventListener('keydown', press, true)
  window.addEventListener('pointerdown', point, true)
  return () => {
    window.removeEventListener('keydown', press, true)
    window.removeEventListener('pointerdown', point, true)
  }
}
