/** The start page with what other rooms have on it. */
import { CardsSection } from '../cards/cards-section'
import { DrillList } from '../drills/drill-list'
import { StartPage } from '../start/start-page'

export function StartScreen() {
  return (
    <StartPage>
      <CardsSection />
      <DrillList />
    </StartPage>
  )
}
