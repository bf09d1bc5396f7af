/** A message through RabbitMQ: two AMQP 0-9-1 connections, two acknowledgements that know nothing of each other. */

import { joined } from '../bytes/annotated'
import type { HopSetting } from '../hop-setting'
import {
  AMQP_HEADER,
  type AmqpArgument,
  type AmqpMethod,
  amqpMethod,
  contentFrames,
} from '../messaging/amqp-frames'
import type { Channel } from '../transport/channel'
import type { Actor, Conversation, WirePhase } from '../transport/conversation'
import { openChannel, packetOf } from '../transport/open-channel'
import type { WireNote } from '../wire-note'
import { type BrokerNames, brokered, brokerNames } from './brokered'
import { eventBody } from './sample'

const PORT = 5_672
const CHANNEL = 1
const FRAME_MAX = 131_072
const CHANNEL_MAX = 2_047
const HEARTBEAT_S = 60
/** How a RabbitMQ server of this series names itself. */
const SERVER = { product: 'RabbitMQ', version: '4.3.0' }
const DURABLE = 0x02
const MANDATORY = 0x01

export function amqpLine(setting: HopSetting): Conversation {
  const { talk, publisher, consumer } = brokered(setting, PORT)
  const names = brokerNames(setting)
  const { warm, tls, session } = setting.options
  const open = ({ client, server }: { client: Actor; server: Actor }) =>
    new AmqpTalk(
      openChannel(talk, client, server, { warm, tls, session, host: setting.host, protocols: [] }),
      warm,
    )
  const publishing = publisher && open(publisher)
  const consuming = consumer && open(consumer)
  publishing?.declareExchange(names)
  consuming?.subscribe(names, setting.connection.prefetch ?? 10, isAutomatic(setting))
  if (publishing !== undefined) {
    if (setting.confirms) publishing.selectConfirms()
    publishing.publish(names, setting.confirms)
    if (setting.confirms) publishing.confirm()
  }
  if (consuming && consumer) {
    // The broker has the message by then; when it confirms is another matter.
    if (publisher) talk.wait(consumer.server, talk.now(publisher.server))
    consuming.deliver(names)
    if (!isAutomatic(setting)) {
      talk.think(consumer.client, setting.thinkUs)
      consuming.acknowledge()
    }
  }
  return talk
}

const isAutomatic = ({ connection }: HopSetting) => connection.ack === 'before'

/** One connection with one channel open. */
class AmqpTalk {
  constructor(
    private readonly channel: Channel,
    private readonly warm: boolean,
  ) {
    if (!warm) this.open()
  }

  declareExchange({ exchange, exchangeType }: BrokerNames): void {
    this.asked('Exchange.Declare', 'Exchange.DeclareOk', [
      ['reserved', 2, 0],
      ['exchange', 'short', exchange],
      ['type', 'short', exchangeType],
      ['durable', 'bits', DURABLE],
      ['arguments', 'table', {}],
    ])
  }

  selectConfirms(): void {
    this.asked('Confirm.Select', 'Confirm.SelectOk', [['nowait', 'bits', 0]], [], 'confirmSelect')
  }

  subscribe(names: BrokerNames, prefetch: number, automatic: boolean): void {
    const { queue, exchange, binding } = names
    this.asked(
      'Queue.Declare',
      'Queue.DeclareOk',
      [
        ['reserved', 2, 0],
        ['queue', 'short', queue],
        ['durable', 'bits', DURABLE],
        ['arguments', 'table', { 'x-queue-type': 'quorum' }],
      ],
      [
        ['queue', 'short', queue],
        ['message-count', 4, 0],
        ['consumer-count', 4, 0],
      ],
    )
    this.asked('Queue.Bind', 'Queue.BindOk', [
      ['reserved', 2, 0],
      ['queue', 'short', queue],
      ['exchange', 'short', exchange],
      ['routing-key', 'short', binding],
      ['no-wait', 'bits', 0],
      ['arguments', 'table', {}],
    ])
    this.asked(
      'Basic.Qos',
      'Basic.QosOk',
      [
        ['prefetch-size', 4, 0],
        ['prefetch-count', 2, prefetch],
        ['global', 'bits', 0],
      ],
      [],
      'prefetch',
    )
    this.asked(
      'Basic.Consume',
      'Basic.ConsumeOk',
      [
        ['reserved', 2, 0],
        ['queue', 'short', queue],
        ['consumer-tag', 'short', 'c-1'],
        ['no-local, no-ack, exclusive, no-wait', 'bits', automatic ? 0x02 : 0],
        ['arguments', 'table', {}],
      ],
      [['consumer-tag', 'short', 'c-1']],
      automatic ? 'autoAck' : undefined,
    )
  }

  publish({ event, exchange, routingKey }: BrokerNames, confirms: boolean): void {
    const method = amqpMethod(CHANNEL, 'Basic.Publish', [
      ['reserved', 2, 0],
      ['exchange', 'short', exchange],
      ['routing-key', 'short', routingKey],
      ['mandatory, immediate', 'bits', confirms ? MANDATORY : 0],
    ])
    const content = contentFrames(CHANNEL, eventBody(event), 'e-1')
    const whole = joined([method, content])
    const note = confirms ? 'publish' : 'publishUnconfirmed'
    this.send(
      'client',
      packetOf('amqp 0-9-1', 'Basic.Publish, header, body', 'request', whole, note),
    )
  }

  confirm(): void {
    const ack = amqpMethod(CHANNEL, 'Basic.Ack', ACK_FIRST)
    this.send('server', packetOf('amqp 0-9-1', 'Basic.Ack', 'answer', ack, 'publisherConfirm'))
  }

  deliver({ event, exchange, routingKey }: BrokerNames): void {
    const method = amqpMethod(CHANNEL, 'Basic.Deliver', [
      ['consumer-tag', 'short', 'c-1'],
      ['delivery-tag', 8, 1],
      ['redelivered', 'bits', 0],
      ['exchange', 'short', exchange],
      ['routing-key', 'short', routingKey],
    ])
    const whole = joined([method, contentFrames(CHANNEL, eventBody(event), 'e-1')])
    this.send(
      'server',
      packetOf('amqp 0-9-1', 'Basic.Deliver, header, body', 'request', whole, 'deliver'),
    )
  }

  acknowledge(): void {
    const ack = amqpMethod(CHANNEL, 'Basic.Ack', ACK_FIRST)
    this.send('client', packetOf('amqp 0-9-1', 'Basic.Ack', 'answer', ack, 'consumerAck'))
  }

  private open(): void {
    this.send(
      'client',
      packetOf('amqp 0-9-1', 'protocol header', 'open', AMQP_HEADER, 'amqpHeader'),
    )
    this.send('server', this.method(0, 'Connection.Start', START))
    this.send('client', this.method(0, 'Connection.StartOk', START_OK))
    this.send('server', this.method(0, 'Connection.Tune', TUNE))
    this.send('client', this.method(0, 'Connection.TuneOk', TUNE))
    this.send('client', this.method(0, 'Connection.Open', OPEN))
    this.send('server', this.method(0, 'Connection.OpenOk', [['reserved', 'short', '']]))
    this.send('client', this.method(CHANNEL, 'Channel.Open', [['reserved', 'short', '']]))
    this.send('server', this.method(CHANNEL, 'Channel.OpenOk', [['reserved', 'long', '']]))
  }

  private asked(
    ask: AmqpMethod,
    answer: AmqpMethod,
    values: readonly AmqpArgument[],
    answered: readonly AmqpArgument[] = [],
    note?: WireNote,
  ): void {
    if (this.warm) return
    this.send('client', this.method(CHANNEL, ask, values, note))
    this.send('server', this.method(CHANNEL, answer, answered))
  }

  private method(
    channel: number,
    method: AmqpMethod,
    values: readonly AmqpArgument[],
    note?: WireNote,
  ) {
    const phase: WirePhase = 'open'
    return packetOf('amqp 0-9-1', method, phase, amqpMethod(channel, method, values), note)
  }

  private send(from: 'client' | 'server', payload: Parameters<Channel['send']>[1]): void {
    this.channel.send(this.channel[from], payload)
  }
}

const ACK_FIRST: readonly AmqpArgument[] = [
  ['delivery-tag', 8, 1],
  ['multiple', 'bits', 0],
]
const START: readonly AmqpArgument[] = [
  ['version-major', 1, 0],
  ['version-minor', 1, 9],
  ['server-properties', 'table', SERVER],
  ['mechanisms', 'long', 'PLAIN AMQPLAIN'],
  ['locales', 'long', 'en_US'],
]
const START_OK: readonly AmqpArgument[] = [
  ['client-properties', 'table', { product: 'dryrun' }],
  ['mechanism', 'short', 'PLAIN'],
  ['response', 'long', '\0guest\0guest'],
  ['locale', 'short', 'en_US'],
]
const TUNE: readonly AmqpArgument[] = [
  ['channel-max', 2, CHANNEL_MAX],
  ['frame-max', 4, FRAME_MAX],
  ['heartbeat', 2, HEARTBEAT_S],
]
const OPEN: readonly AmqpArgument[] = [
  ['virtual-host', 'short', '/'],
  ['reserved', 'short', ''],
  ['reserved', 'bits', 0],
]
