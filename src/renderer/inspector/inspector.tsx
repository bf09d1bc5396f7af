/** What is known and can be set about whatever is selected; in a run, what the current step did to it. */
import { useTranslation } from 'react-i18next'
import { connectionById, noteById, serviceById, zoneById } from '../../shared/scenario/lookup'
import { useBoard } from '../state/board'
import { useDocument } from '../state/document'
import { useSelection } from '../state/selection'
import { ConnectionInspector } from './connection/connection-inspector'
import { ManyInspector } from './many-inspector'
import { NoteInspector } from './note-inspector'
import { RunInspector } from './run/run-inspector'
import { ScenarioInspector } from './scenario/scenario-inspector'
import { ServiceInspector } from './service/service-inspector'
import { ZoneInspector } from './zone-inspector'
import './inspector.css'

/** `shut`: pulled shut by the user; a run is then stepped without reading two moments for nobody. */
export function Inspector({ shut }: { readonly shut: boolean }) {
  const { t } = useTranslation('inspector')
  const running = useBoard((board) => board.mode === 'run')
  return (
    // Of a run there may be words only, which must scroll by the keyboard.
    <aside className="inspector" aria-label={t('inspector')} tabIndex={running ? 0 : undefined}>
      {running ? !shut && <RunInspector /> : <EditInspector />}
    </aside>
  )
}

/** Fields are keyed by the thing they belong to: half-typed words never land on another one. */
function EditInspector() {
  const ids = useSelection((selection) => selection.ids)
  const scenario = useDocument((document) => document.scenario)
  const [id, ...others] = ids
  if (id === undefined) return <ScenarioInspector scenario={scenario} />
  if (others.length > 0) return <ManyInspector ids={ids} scenario={scenario} />
  const service = serviceById(scenario).get(id)
  if (service) return <ServiceInspector key={id} service={service} scenario={scenario} />
  const connection = connectionById(scenario).get(id)
  if (connection) {
    return <ConnectionInspector key={id} connection={connection} scenario={scenario} />
  }
  const zone = zoneById(scenario).get(id)
  if (zone) return <ZoneInspector key={id} zone={zone} />
  const note = noteById(scenario).get(id)
  if (note) return <NoteInspector key={id} note={note} />
  return <ScenarioInspector scenario={scenario} />
}
