/** A record through Kafka: the producer appends it to a log, the consumer asks for it and commits how far it got. */

import type { Annotated } from '../bytes/annotated'
import type { HopSetting } from '../hop-setting'
import { recordBatch } from '../messaging/kafka-batch'
import * as body from '../messaging/kafka-bodies'
import { KAFKA_APIS, type KafkaApi, kafkaRequest, kafkaResponse } from '../messaging/kafka-requests'
import type { Channel } from '../transport/channel'
import type { Conversation, WirePhase } from '../transport/conversation'
import { openChannel, packetOf } from '../transport/open-channel'
import type { WireNote } from '../wire-note'
import { brokered, brokerNames } from './brokered'
import { eventBody, ORDER_ID, SAMPLE_TIME_MS } from './sample'

const PORT = 9_092
const PRODUCER_ID = 4_000
const HOST = 'broker-1'

export function kafkaLine(setting: HopSetting): Conversation {
  const { talk, publisher, consumer } = brokered(setting, PORT)
  const { event, group } = brokerNames(setting)
  const { warm, tls, session } = setting.options
  const topic = { name: event, partitions: setting.connection.partitions ?? 1 }
  const record = { key: ORDER_ID, value: eventBody(event), atMs: SAMPLE_TIME_MS }
  // A producer that is not idempotent asks for no number and gives its records none.
  const isIdempotent = setting.connection.idempotence !== false
  const batch = recordBatch({ ...record, producerId: isIdempotent ? PRODUCER_ID : undefined })
  const open = (end: NonNullable<typeof publisher>, name: string) =>
    new KafkaTalk(
      openChannel(talk, end.client, end.server, { warm, tls, session, host: HOST, protocols: [] }),
      name,
    )
  const producing = publisher && open(publisher, setting.caller.id)
  const consuming = consumer && open(consumer, setting.callee.id)
  if (!warm) {
    producing?.prepare(topic)
    if (isIdempotent)
      producing?.ask(
        'InitProducerId',
        body.initProducerId(),
        body.initProducerIdAnswer(PRODUCER_ID),
        'kafkaProducerId',
      )
    consuming?.prepare(topic)
    consuming?.join(group, event)
  }
  producing?.ask(
    'Produce',
    body.produce(event, batch),
    body.produceAnswer(event),
    'kafkaProduce',
    'request',
  )
  if (consuming && consumer) {
    consuming.fetch(event, batch, () => {
      if (publisher) talk.wait(consumer.server, talk.now(publisher.server))
    })
    talk.think(consumer.client, setting.thinkUs)
    consuming.ask(
      'OffsetCommit',
      body.offsetCommit(group, event),
      body.offsetCommitAnswer(event),
      'kafkaCommit',
    )
  }
  return talk
}

/** One connection: answers come in the order of the requests. */
class KafkaTalk {
  private correlation = 0

  constructor(
    private readonly channel: Channel,
    private readonly client: string,
  ) {}

  prepare(topic: body.Topic): void {
    const apis = Object.values(KAFKA_APIS)
    this.ask('ApiVersions', body.apiVersions(), body.apiVersionsAnswer(apis), 'kafkaVersions')
    this.ask('Metadata', body.metadata(topic), body.metadataAnswer(topic, HOST), 'kafkaMetadata')
  }

  join(group: string, topic: string): void {
    this.ask('FindCoordinator', body.findCoordinator(group), body.findCoordinatorAnswer(HOST))
    this.ask('JoinGroup', body.joinGroup(group), body.joinGroupAnswer(), 'kafkaGroup')
    this.ask('SyncGroup', body.syncGroup(group), body.syncGroupAnswer())
    this.ask(
      'OffsetFetch',
      body.offsetFetch(group, topic),
      body.offsetFetchAnswer(topic),
      'kafkaOffset',
    )
  }

  /** The broker answers when there is something, or after a while. */
  fetch(topic: string, batch: Annotated, whenThereIs: () => void): void {
    this.request('Fetch', body.fetch(topic), 'open', 'kafkaFetch')
    whenThereIs()
    this.answer('Fetch', body.fetchAnswer(topic, batch), 'request', 'kafkaRecords')
  }

  ask(
    api: KafkaApi,
    asked: Annotated,
    answered: Annotated,
    note?: WireNote,
    phase: WirePhase = 'open',
  ): void {
    this.request(api, asked, phase, note)
    this.answer(api, answered, phase === 'request' ? 'answer' : phase)
  }

  private request(api: KafkaApi, asked: Annotated, phase: WirePhase, note?: WireNote): void {
    this.correlation += 1
    const head = { correlation: this.correlation, client: this.client }
    const content = kafkaRequest(api, head, asked)
    this.channel.send(this.channel.client, packetOf('kafka', api, phase, content, note))
  }

  private answer(api: KafkaApi, answered: Annotated, phase: WirePhase, note?: WireNote): void {
    const content = kafkaResponse(this.correlation, answered)
    const title = `${api} response`
    this.channel.send(this.channel.server, packetOf('kafka', title, phase, content, note))
  }
}
