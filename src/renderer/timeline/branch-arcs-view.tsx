/** Other branches of the run as dashed arcs over the track, from where they leave; a click shows one. */
import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { walkBranch } from '../commands/walk'
import { useRun } from '../state/run'
import { arcPath } from './arc-path'
import { branchArcs } from './branch-arcs'
import { endWordsPx, useEndWords } from './run-end'
import type { Track } from './scrubber-scale'

/** Where the words take all of a narrow track, arcs still have so much. */
const CLEAR_PX_MIN = 60

export const BranchArcs = memo(function BranchArcs({ last, widthPx }: Track) {
  const { t } = useTranslation('run')
  const branches = useRun((run) => run.branches)
  const shown = useRun((run) => run.branchId)
  const arcs = useMemo(() => {
    const lines = (branches?.all ?? []).map(({ id, parent, fromPosition, trace }) => ({
      id,
      parent,
      fromPosition,
      length: trace.steps.length,
    }))
    return branchArcs(lines, shown)
  }, [branches, shown])
  const words = useEndWords()
  const clearPx =
    words === undefined ? widthPx : Math.max(CLEAR_PX_MIN, widthPx - endWordsPx(words))
  return arcs.map((arc) => {
    const d = arcPath(arc, { last, widthPx }, clearPx)
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: the branch menu does the same by keys
      <g
        key={arc.id}
        className="scrubber-branch"
        // Otherwise the press would be a drag of the knob.
        onPointerDown={(pointer) => pointer.stopPropagation()}
        onClick={() => walkBranch(arc.id)}
      >
        <title>{t('branch.show', { position: arc.from })}</title>
        <path className="scrubber-branch-reach" d={d} />
        <path className="scrubber-branch-line" d={d} />
      </g>
    )
  })
})
