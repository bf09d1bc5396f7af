/** Excalidraw with the benchmark's drawing in it. `window.benchPage` is how the benchmarks drive it. */
import { convertToExcalidrawElements, Excalidraw, exportToBlob } from '@excalidraw/excalidraw'
import '@excalidraw/excalidraw/index.css'
import { createRoot } from 'react-dom/client'
import { BOX } from '../graph/graph.mjs'

/** @type {import('../graph/graph.mjs').Graph} given by the benchmark before the page loads */
const graph = window.benchGraph

const arrowBetween = (from, to) => ({
  x: from.x + BOX.width,
  y: from.y + BOX.height / 2,
  points: [
    [0, 0],
    [to.x - from.x - BOX.width, to.y - from.y],
  ],
})

function elementsOf({ boxes, lines }) {
  const byId = new Map(boxes.map((box) => [box.id, box]))
  const rectangles = boxes.map(({ id, x, y, label }) => ({
    type: 'rectangle',
    id,
    x,
    y,
    ...BOX,
    label: { text: label, fontSize: 16 },
  }))
  const arrows = lines.map(({ id, from, to, label }) => ({
    type: 'arrow',
    id,
    ...arrowBetween(byId.get(from), byId.get(to)),
    label: { text: label, fontSize: 12 },
    start: { id: from },
    end: { id: to },
  }))
  return convertToExcalidrawElements([...rectangles, ...arrows], { regenerateIds: false })
}

const elements = elementsOf(graph)

window.benchPage = {
  /** The picture of the whole drawing: its size in bytes and pixels. */
  async png(scale) {
    const blob = await exportToBlob({
      elements,
      appState: { exportBackground: true },
      files: null,
      mimeType: 'image/png',
      getDimensions: (width, height) => ({ width: width * scale, height: height * scale, scale }),
    })
    const { width, height } = await createImageBitmap(blob)
    return { bytes: blob.size, width, height }
  },
}

const page = document.getElementById('page')
const size = window.benchSize ?? { width: innerWidth, height: innerHeight }
Object.assign(page.style, { width: `${size.width}px`, height: `${size.height}px` })
createRoot(page).render(<Excalidraw initialData={{ elements, scrollToContent: true }} />)
