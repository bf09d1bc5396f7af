/** An opened packet: why it is there, then its header and its content, field by field, in bytes. */
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { type Annotated, hexOf } from '../../shared/wire/bytes/annotated'
import type { Packet } from '../../shared/wire/transport/conversation'

export function PacketDetail({ packet }: { readonly packet: Packet }) {
  const { t } = useTranslation('wire')
  const { note, transport, content, sealed, size } = packet
  const isDatagram = packet.protocol === 'udp' || packet.protocol === 'dns'
  return (
    <div className="wire-detail">
      {note !== undefined && <p className="wire-note">{t(`note.${note}`)}</p>}
      {sealed && content !== undefined && <p className="wire-sealed">{t('sealed')}</p>}
      {content !== undefined && <Bytes title={t('content')} piece={content} />}
      {content === undefined && size > 0 && <p className="wire-sealed">{t('hidden')}</p>}
      {transport !== undefined && (
        <Bytes title={t('transport', { protocol: isDatagram ? 'UDP' : 'TCP' })} piece={transport} />
      )}
    </div>
  )
}

function Bytes({ title, piece }: { readonly title: string; readonly piece: Annotated }) {
  const { t } = useTranslation('wire')
  return (
    <section className="wire-bytes" aria-label={title}>
      <h4>
        {title} <span>{t('bytes', { count: piece.bytes.length })}</span>
      </h4>
      <dl>
        {piece.fields.map(({ name, start, end, value }) => (
          <Fragment key={start}>
            <dt>{name}</dt>
            <dd>
              <code>{hexOf(piece.bytes.slice(start, end))}</code>
              {value !== undefined && <span>{value}</span>}
            </dd>
          </Fragment>
        ))}
      </dl>
    </section>
  )
}
