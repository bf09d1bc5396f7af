/** The picture of a React Flow page as its own documentation makes it: html-to-image over the viewport element. */
import { toBlob } from 'html-to-image'

const PADDING = 20

/**
 * @param {import('../graph/graph.mjs').Graph} graph what the page shows
 * @param {number} scale
 * @returns {Promise<{ bytes: number, width: number, height: number }>} size of the file and of the picture in pixels
 */
export async function flowPng(graph, scale) {
  const viewport = document.querySelector('.react-flow__viewport')
  const width = graph.width + 2 * PADDING
  const height = graph.height + 2 * PADDING
  const blob = await toBlob(viewport, {
    backgroundColor: '#fff',
    width,
    height,
    pixelRatio: scale,
    skipFonts: true,
    style: {
      width: `${width}px`,
      height: `${height}px`,
      transform: `translate(${PADDING}px, ${PADDING}px) scale(1)`,
    },
  })
  if (!blob) throw new Error('html-to-image gave no picture')
  const picture = await createImageBitmap(blob)
  return { bytes: blob.size, width: picture.width, height: picture.height }
}
