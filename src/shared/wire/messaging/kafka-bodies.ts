/** What the requests of one produce and one consume say, and their answers (versions as in kafka-requests.ts). */
import type { Annotated } from '../bytes/annotated'
import { KafkaWriter } from './kafka-requests'

export interface Topic {
  readonly name: string
  readonly partitions: number
}

const CLUSTER = 'dryrun-cluster'
const LEADER = 1
const write = () => new KafkaWriter()

export const apiVersions = (): Annotated => write().done()

/** The keys and versions that the views use, as a broker would list them. */
export function apiVersionsAnswer(apis: readonly (readonly [number, number])[]): Annotated {
  return write()
    .int16('error_code', 0)
    .array('api_keys', apis, (to, [key, highest]) =>
      to.int16('api_key', key).int16('min_version', 0).int16('max_version', highest),
    )
    .int32('throttle_time_ms', 0)
    .done()
}

export const metadata = ({ name }: Topic): Annotated =>
  write()
    .array('topics', [name], (to, one) => to.string('name', one))
    .int8('allow_auto_topic_creation', 1, 'true')
    .done()

export function metadataAnswer({ name, partitions }: Topic, host: string): Annotated {
  const indexes = Array.from({ length: partitions }, (_, at) => at)
  const leaders = (to: KafkaWriter) => to.int32('node_id', LEADER)
  return write()
    .int32('throttle_time_ms', 0)
    .array('brokers', [LEADER], (to, id) =>
      to.int32('node_id', id).string('host', host).int32('port', 9_092).string('rack', null),
    )
    .string('cluster_id', CLUSTER)
    .int32('controller_id', LEADER)
    .array('topics', [name], (to, one) =>
      to
        .int16('error_code', 0)
        .string('name', one)
        .int8('is_internal', 0, 'false')
        .array('partitions', indexes, (inner, at) =>
          inner
            .int16('error_code', 0)
            .int32('partition_index', at)
            .int32('leader_id', LEADER)
            .array('replica_nodes', [LEADER], leaders)
            .array('isr_nodes', [LEADER], leaders)
            .array('offline_replicas', [], leaders),
        ),
    )
    .done()
}

export const initProducerId = (): Annotated =>
  write().string('transactional_id', null).int32('transaction_timeout_ms', 60_000).done()

export const initProducerIdAnswer = (id: number): Annotated =>
  write()
    .int32('throttle_time_ms', 0)
    .int16('error_code', 0)
    .int64('producer_id', id)
    .int16('producer_epoch', 0)
    .done()

/** acks -1: every replica in sync. */
export const produce = (topic: string, batch: Annotated): Annotated =>
  write()
    .string('transactional_id', null)
    .int16('acks', -1, '-1, all')
    .int32('timeout_ms', 30_000)
    .array('topics', [topic], (to, name) =>
      to
        .string('name', name)
        .array('partitions', [0], (inner, at) => inner.int32('index', at).bytes('records', batch)),
    )
    .done()

export const produceAnswer = (topic: string): Annotated =>
  write()
    .array('responses', [topic], (to, name) =>
      to
        .string('name', name)
        .array('partitions', [0], (inner, at) =>
          inner
            .int32('index', at)
            .int16('error_code', 0)
            .int64('base_offset', 0)
            .int64('log_append_time_ms', -1)
            .int64('log_start_offset', 0),
        ),
    )
    .int32('throttle_time_ms', 0)
    .done()

export const findCoordinator = (group: string): Annotated =>
  write().string('key', group).int8('key_type', 0, 'group').done()

export const findCoordinatorAnswer = (host: string): Annotated =>
  write()
    .int32('throttle_time_ms', 0)
    .int16('error_code', 0)
    .string('error_message', null)
    .int32('node_id', LEADER)
    .string('host', host)
    .int32('port', 9_092)
    .done()

const MEMBER = 'consumer-1'
const PROTOCOL = 'range'
const NO_BYTES: Annotated = { bytes: new Uint8Array(), fields: [] }

export const joinGroup = (group: string): Annotated =>
  write()
    .string('group_id', group)
    .int32('session_timeout_ms', 45_000)
    .int32('rebalance_timeout_ms', 300_000)
    .string('member_id', '')
    .string('protocol_type', 'consumer')
    .array('protocols', [PROTOCOL], (to, name) =>
      to.string('name', name).bytes('metadata', NO_BYTES),
    )
    .done()

export const joinGroupAnswer = (): Annotated =>
  write()
    .int32('throttle_time_ms', 0)
    .int16('error_code', 0)
    .int32('generation_id', 1)
    .string('protocol_name', PROTOCOL)
    .string('leader', MEMBER)
    .string('member_id', MEMBER)
    .array('members', [MEMBER], (to, id) => to.string('member_id', id).bytes('metadata', NO_BYTES))
    .done()

export const syncGroup = (group: string): Annotated =>
  write()
    .string('group_id', group)
    .int32('generation_id', 1)
    .string('member_id', MEMBER)
    .array('assignments', [MEMBER], (to, id) =>
      to.string('member_id', id).bytes('assignment', NO_BYTES),
    )
    .done()

export const syncGroupAnswer = (): Annotated =>
  write().int32('throttle_time_ms', 0).int16('error_code', 0).bytes('assignment', NO_BYTES).done()

export const offsetFetch = (group: string, topic: string): Annotated =>
  write()
    .string('group_id', group)
    .array('topics', [topic], (to, name) =>
      to.string('name', name).array('partitions', [0], (inner, at) => inner.int32('index', at)),
    )
    .done()

export const offsetFetchAnswer = (topic: string): Annotated =>
  write()
    .int32('throttle_time_ms', 0)
    .array('topics', [topic], (to, name) =>
      to
        .string('name', name)
        .array('partitions', [0], (inner, at) =>
          inner
            .int32('partition_index', at)
            .int64('committed_offset', 0)
            .string('metadata', '')
            .int16('error_code', 0),
        ),
    )
    .int16('error_code', 0)
    .done()

export const fetch = (topic: string): Annotated =>
  write()
    .int32('replica_id', -1)
    .int32('max_wait_ms', 500)
    .int32('min_bytes', 1)
    .int32('max_bytes', 52_428_800)
    .int8('isolation_level', 0, 'read_uncommitted')
    .int32('session_id', 0)
    .int32('session_epoch', -1)
    .array('topics', [topic], (to, name) =>
      to
        .string('topic', name)
        .array('partitions', [0], (inner, at) =>
          inner
            .int32('partition', at)
            .int32('current_leader_epoch', -1)
            .int64('fetch_offset', 0)
            .int64('log_start_offset', -1)
            .int32('partition_max_bytes', 1_048_576),
        ),
    )
    .array('forgotten_topics_data', [], () => undefined)
    .string('rack_id', '')
    .done()

export const fetchAnswer = (topic: string, batch: Annotated): Annotated =>
  write()
    .int32('throttle_time_ms', 0)
    .int16('error_code', 0)
    .int32('session_id', 0)
    .array('responses', [topic], (to, name) =>
      to.string('topic', name).array('partitions', [0], (inner, at) =>
        inner
          .int32('partition_index', at)
          .int16('error_code', 0)
          .int64('high_watermark', 1)
          .int64('last_stable_offset', 1)
          .int64('log_start_offset', 0)
          .array('aborted_transactions', [], () => undefined)
          .int32('preferred_read_replica', -1)
          .bytes('records', batch),
      ),
    )
    .done()

/** The next offset to read, not the last one read. */
export const offsetCommit = (group: string, topic: string): Annotated =>
  write()
    .string('group_id', group)
    .int32('generation_id', 1)
    .string('member_id', MEMBER)
    .array('topics', [topic], (to, name) =>
      to
        .string('name', name)
        .array('partitions', [0], (inner, at) =>
          inner.int32('partition_index', at).int64('committed_offset', 1).string('metadata', ''),
        ),
    )
    .done()

export const offsetCommitAnswer = (topic: string): Annotated =>
  write()
    .int32('throttle_time_ms', 0)
    .array('topics', [topic], (to, name) =>
      to
        .string('name', name)
        .array('partitions', [0], (inner, at) =>
          inner.int32('partition_index', at).int16('error_code', 0),
        ),
    )
    .done()
