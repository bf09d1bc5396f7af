/** The keys of the React Flow page: the same real key presses do here what they do in Dryrun. */

/**
 * `]` lights up the next box, by a new node for that one only: a step of a run as React Flow would show it.
 * Undo puts back the arrays of before.
 */
export function listenToKeys(setNodes, setEdges) {
  let before = { nodes: [], edges: [] }
  let lit = -1

  const stepOn = () =>
    setNodes((nodes) => {
      lit = (lit + 1) % nodes.length
      return nodes.map((node, place) => {
        const className = place === lit ? 'active' : undefined
        return node.className === className ? node : { ...node, className }
      })
    })
  const selectAll = () => {
    const selected = (things) => things.map((thing) => ({ ...thing, selected: true }))
    setNodes(selected)
    setEdges(selected)
  }
  const removeSelected = () => {
    const rest = (things) => things.filter((thing) => !thing.selected)
    setNodes((nodes) => {
      before = { ...before, nodes }
      return rest(nodes)
    })
    setEdges((edges) => {
      before = { ...before, edges }
      return rest(edges)
    })
  }
  const undo = () => {
    setNodes(before.nodes)
    setEdges(before.edges)
  }
  window.addEventListener('keydown', (press) => {
    const keys = `${press.ctrlKey ? 'Ctrl+' : ''}${press.key}`
    const verb = { ']': stepOn, 'Ctrl+a': selectAll, Delete: removeSelected, 'Ctrl+z': undo }[keys]
    if (!verb) return
    press.preventDefault()
    verb()
  })
}
