/** `test` with the pages of the application: the board, the run, the inspector, files and their words. */
import { test as opened } from '../support/app'
import { Board } from './board'
import { CardsPage } from './cards'
import { DrillPage } from './drill'
import { Failures } from './failures'
import { Files } from './files'
import { History } from './history'
import { Inspector } from './inspector'
import { Load } from './load'
import { Palette } from './palette'
import { Run } from './run'
import { Start } from './start'
import { type Words, wordsIn } from './words'

interface Pages {
  say: Words
  start: Start
  palette: Palette
  board: Board
  inspector: Inspector
  run: Run
  failures: Failures
  load: Load
  history: History
  files: Files
  drill: DrillPage
  cards: CardsPage
}

export const test = opened.extend<Pages>({
  say: async ({ language }, use) => use(wordsIn(language)),
  start: async ({ page, say }, use) => use(new Start(page, say)),
  palette: async ({ page, say, board }, use) => use(new Palette(page, say, board)),
  board: async ({ page, say }, use) => use(new Board(page, say)),
  inspector: async ({ page, say }, use) => use(new Inspector(page, say)),
  run: async ({ page, say }, use) => use(new Run(page, say)),
  failures: async ({ page, say }, use) => use(new Failures(page, say)),
  load: async ({ page, say }, use) => use(new Load(page, say)),
  history: async ({ page, say }, use) => use(new History(page, say)),
  cards: async ({ app, say }, use) => use(new CardsPage(app, say)),
  drill: async ({ page, say }, use) => use(new DrillPage(page, say)),
  files: async ({ app, say, userFolder }, use) => use(new Files(app, say, userFolder)),
})

export { expect } from '@playwright/test'
