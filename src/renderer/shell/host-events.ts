/** What the host tells the page unasked, and what the page tells the host about unsaved work. */
import { textIn } from '../../shared/scenario/text'
import { runCommand } from '../commands/commands'
import { useBoard } from '../state/board'
import { isUnsaved, useDocument } from '../state/document'
import { openRequestedLater } from '../state/files'
import { getHost } from '../state/host'
import { useSettings } from '../state/settings'

function tellUnsaved(): void {
  const document = useDocument.getState()
  const title = textIn(document.scenario.title, useSettings.getState().language)
  const unsaved = isUnsaved(document)
  const idle = !unsaved && useBoard.getState().screen === 'start'
  void getHost().call('setUnsaved', { unsaved, title, idle })
}

export function listenToHost(): void {
  getHost().onEvent((event) => {
    switch (event.event) {
      case 'command':
        runCommand(event.command)
        return
      case 'open-requested':
        openRequestedLater()
    }
  })
  tellUnsaved()
  useDocument.subscribe((now, before) => {
    const changed = isUnsaved(now) !== isUnsaved(before)
    if (changed || now.scenario.title !== before.scenario.title) tellUnsaved()
  })
  useBoard.subscribe((now, before) => {
    if (now.screen !== before.screen) tellUnsaved()
  })
  window.addEventListener('beforeunload', (leaving) => {
    if (isUnsaved(useDocument.getState())) leaving.preventDefault()
  })
}
