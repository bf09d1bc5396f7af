/** The screens, one of which has the window to itself. Each is fetched when it is first shown, or before. */
import type { Screen } from '../state/board'
import { type Part, part } from '../ui/part'
import { deliverFile } from './deliver-file'

type NoProps = Readonly<Record<never, never>>

export const SCREENS: Readonly<Record<Screen, Part<NoProps>>> = {
  board: part(() => import('./board-screen').then((screen) => screen.BoardScreen)),
  start: part(() => import('./start-screen').then((screen) => screen.StartScreen)),
  drill: part(async () => {
    const { DrillPage } = await import('../drills/drill-page')
    return () => <DrillPage deliver={deliverFile} />
  }),
  cards: part(async () => {
    const { CardsPage } = await import('../cards/cards-page')
    return () => <CardsPage deliver={deliverFile} />
  }),
  gallery: part(() => import('../gallery/gallery').then((screen) => screen.Gallery)),
}
