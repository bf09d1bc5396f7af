/** What a walk of a row is given. Every walk leaves the board as it found it, with nothing left to undo. */
import type { Page } from '@playwright/test'
import type { Board } from '../pages/board'
import type { Files } from '../pages/files'
import type { History } from '../pages/history'
import type { Palette } from '../pages/palette'
import type { Run } from '../pages/run'
import type { Start } from '../pages/start'
import type { Words } from '../pages/words'
import type { OpenedApp } from '../support/opened-app'
import type { KeyPresses } from './key-presses'

export interface Walker {
  readonly page: Page
  readonly app: OpenedApp
  readonly board: Board
  readonly files: Files
  readonly history: History
  readonly palette: Palette
  readonly run: Run
  readonly start: Start
  readonly say: Words
  readonly keys: KeyPresses
}

export type Walk = (walker: Walker) => Promise<void>

/** Where a service stands in the window. */
export async function boxOf({ board }: Walker, name: string) {
  const box = await board.service(name).boundingBox()
  if (!box) throw new Error(`${name} is not on the board`)
  return box
}

/** So many steps back, by keys, to where there is nothing more to undo. */
export async function stepBack({ keys, history }: Walker, steps: number): Promise<void> {
  for (let step = 0; step < steps; step += 1) await keys.press('edit.undo')
  await history.expectNothing('undo')
}
