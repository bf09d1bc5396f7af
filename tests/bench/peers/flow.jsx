/**
 * React Flow as a careful user of it writes it: components memoised, nodes of known size, only what is in sight
 * mounted. `window.benchPage` is how the benchmarks drive it; `?all` mounts what is out of sight too.
 */
import {
  applyNodeChanges,
  BaseEdge,
  getStraightPath,
  Handle,
  MarkerType,
  Position,
  ReactFlow,
} from '@xyflow/react'
import { memo, useCallback, useState } from 'react'
import { createRoot } from 'react-dom/client'
import '@xyflow/react/dist/style.css'
import { BOX } from '../graph/graph.mjs'
import { listenToKeys } from './flow-keys.mjs'
import './flow.css'

const mountsAll = new URLSearchParams(location.search).has('all')
/** @type {import('../graph/graph.mjs').Graph} given by the benchmark before the page loads */
const first = window.benchGraph ?? { boxes: [], lines: [], width: 0, height: 0 }

const Box = memo(function Box({ data }) {
  return (
    <>
      <Handle type="target" position={Position.Left} />
      <div className="box-label">{data.label}</div>
      <Handle type="source" position={Position.Right} />
    </>
  )
})

const Line = memo(function Line({ id, sourceX, sourceY, targetX, targetY, data, markerEnd }) {
  const [path, labelX, labelY] = getStraightPath({ sourceX, sourceY, targetX, targetY })
  return (
    <>
      <BaseEdge id={id} path={path} markerEnd={markerEnd} />
      <text className="line-label" x={labelX} y={labelY}>
        {data.label}
      </text>
    </>
  )
})

const NODE_TYPES = { box: Box }
const EDGE_TYPES = { line: Line }
const ARROW = { type: MarkerType.ArrowClosed }

const nodesOf = (graph) =>
  graph.boxes.map(({ id, x, y, label }) => ({
    id,
    type: 'box',
    position: { x, y },
    width: BOX.width,
    height: BOX.height,
    data: { label },
  }))
const edgesOf = (graph) =>
  graph.lines.map(({ id, from, to, label }) => ({
    id,
    type: 'line',
    source: from,
    target: to,
    data: { label },
    markerEnd: ARROW,
  }))

function Page() {
  const [nodes, setNodes] = useState(() => nodesOf(first))
  const [edges, setEdges] = useState(() => edgesOf(first))
  const onNodesChange = useCallback(
    (changes) => setNodes((before) => applyNodeChanges(changes, before)),
    [],
  )
  const onInit = useCallback((flow) => {
    window.benchPage = {
      flow,
      show: (graph) => {
        setNodes(nodesOf(graph))
        setEdges(edgesOf(graph))
      },
      // Fetched when first asked for: opening the page does not pay for it.
      png: async (scale) => (await import('./flow-png.mjs')).flowPng(first, scale),
    }
    listenToKeys(setNodes, setEdges)
  }, [])
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      nodeTypes={NODE_TYPES}
      edgeTypes={EDGE_TYPES}
      onNodesChange={onNodesChange}
      onInit={onInit}
      onlyRenderVisibleElements={!mountsAll}
      elevateNodesOnSelect={false}
      deleteKeyCode={null}
      minZoom={0.02}
      fitView
    />
  )
}

const page = document.getElementById('page')
const size = window.benchSize ?? { width: innerWidth, height: innerHeight }
Object.assign(page.style, { width: `${size.width}px`, height: `${size.height}px` })
createRoot(page).render(<Page />)
