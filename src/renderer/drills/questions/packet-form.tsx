/** The packets of a line, of which one is to be pointed at. */
import { useTranslation } from 'react-i18next'
import { type PacketQuestion, packetOptions } from '../../../shared/drills/packet-question'
import { useDrill } from '../../state/drill'

export function PacketForm({
  id,
  question,
}: {
  readonly id: string
  readonly question: PacketQuestion
}) {
  const { t } = useTranslation('drills')
  const given = useDrill((state) => state.session.answers[id])
  const chosen = Array.isArray(given) ? given[0] : undefined
  return (
    <ul className="question-options">
      {packetOptions(question).map(({ id: option, packet, from }) => (
        <li key={option}>
          <label>
            <input
              type="radio"
              name={id}
              checked={chosen === option}
              onChange={() => useDrill.getState().answer(id, [option])}
            />
            <span>
              {t(from === 'client' ? 'packet.toServer' : 'packet.toClient', {
                seq: packet.seq,
                title: packet.title,
                protocol: packet.protocol,
              })}
            </span>
          </label>
        </li>
      ))}
    </ul>
  )
}
