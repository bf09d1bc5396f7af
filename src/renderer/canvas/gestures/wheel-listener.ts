/** The wheel over the board: pans or zooms, whatever is under it, as the user prefers or as the device says. */
import { useSettings } from '../../state/settings'
import { zoomedAt } from '../view/view'
import { canvasPoint, moveView, useView } from '../view/view-store'
import { type WheelMemory, wheelDevice, wheelMeaning } from '../view/wheel'

export function listenToWheel(root: HTMLElement): () => void {
  let memory: WheelMemory | undefined
  const turn = (event: WheelEvent) => {
    if (event.target instanceof Element && event.target.closest('textarea, .board-scrolls')) return
    event.preventDefault()
    event.stopPropagation()
    const { wheel } = useSettings.getState()
    const device = wheel === 'auto' ? wheelDevice(event, memory) : wheel
    if (!event.ctrlKey && !event.metaKey) memory = { device, timeStamp: event.timeStamp }
    const meaning = wheelMeaning(event, device)
    const { view, zoomMin } = useView.getState()
    if (meaning.act === 'zoom') {
      moveView(zoomedAt(view, canvasPoint(event), view.zoom * meaning.factor, zoomMin))
    } else moveView({ ...view, x: view.x - meaning.dx, y: view.y - meaning.dy })
  }
  // Before React Flow hears of it, which would zoom by its own rules.
  root.addEventListener('wheel', turn, { passive: false, capture: true })
  return () => root.removeEventListener('wheel', turn, { capture: true })
}
