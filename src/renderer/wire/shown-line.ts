/** Which line's packets are shown: the one selected, else the one that the step at hand went over. */
import { connectionById } from '../../shared/scenario/lookup'
import { useDocument } from '../state/document'
import { useRun } from '../state/run'
import { useSelection } from '../state/selection'

/** The id of a connection of the drawing, or undefined where nothing points at one. */
export function useShownLine(): string | undefined {
  const scenario = useDocument((document) => document.scenario)
  const ids = useSelection((selection) => selection.ids)
  const stepped = useRun((run) => run.steps[run.position - 1]?.connection)
  const lines = connectionById(scenario)
  const [selected] = ids
  if (ids.size === 1 && selected !== undefined && lines.has(selected)) return selected
  return stepped !== undefined && lines.has(stepped) ? stepped : undefined
}
