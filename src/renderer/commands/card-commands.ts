/** Leafing through cards by the keyboard. */
import { RATINGS } from '../../shared/cards/schedule'
import { useBoard } from '../state/board'
import { useCards } from '../state/cards'
import { command } from './command'

const onCard = () => {
  if (useBoard.getState().screen !== 'cards') return 'commands:reason.noCards'
  return useCards.getState().asked !== undefined || 'commands:reason.noCards'
}

const withAnswer = () => {
  const asked = onCard()
  if (asked !== true) return asked
  return useCards.getState().isShown || 'commands:reason.noAnswer'
}

const withRating = () => {
  if (useBoard.getState().screen !== 'cards') return 'commands:reason.noCards'
  return useCards.getState().taken.length > 0 || 'commands:reason.nothingToUndo'
}

/** As in other programs for cards: the key that shows the answer also says that it was remembered. */
function showOrRateGood(): void {
  const { isShown, showAnswer, rate } = useCards.getState()
  if (isShown) rate('good')
  else showAnswer()
}

export const CARD_COMMANDS = [
  command('file.cards', () => useCards.getState().begin()),
  command('cards.show', showOrRateGood, onCard),
  ...RATINGS.map((rated) =>
    command(`cards.${rated}`, () => useCards.getState().rate(rated), withAnswer),
  ),
  command('cards.undo', () => useCards.getState().undo(), withRating),
] as const
