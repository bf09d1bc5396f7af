/** The words one types in place on the board: what a thing is called, and the edit that calls it otherwise. */
import type { Connection } from '../../../shared/scenario/connection'
import type { Edit } from '../../../shared/scenario/edits'
import { connectionById, serviceById } from '../../../shared/scenario/lookup'
import type { Scenario } from '../../../shared/scenario/scenario'
import { type Language, type Text, textIn } from '../../../shared/scenario/text'

export interface Words {
  readonly text: string
  /** More lines than one. */
  readonly isLong: boolean
  /** Words that a file or a run depends on look like code. */
  readonly isCode: boolean
  readonly editTo: (text: string) => Edit
}

/** A text in both languages keeps the other one; a plain text stays plain. */
export function withWords(text: Text, language: Language, words: string): Text {
  return typeof text === 'string' ? words : { ...text, [language]: words }
}

/** What is edited when `id` is named in place; undefined for what is not there. */
export function wordsOf(scenario: Scenario, id: string, language: Language): Words | undefined {
  const service = serviceById(scenario).get(id)
  if (service) {
    return {
      ...plain(service.name, language),
      editTo: (text) => ({
        edit: 'updateService',
        id,
        changes: { name: withWords(service.name, language, text) },
      }),
    }
  }
  const zone = scenario.zones?.find((one) => one.id === id)
  if (zone) {
    return {
      ...plain(zone.name, language),
      editTo: (text) => ({
        edit: 'updateZone',
        id,
        changes: { name: withWords(zone.name, language, text) },
      }),
    }
  }
  const note = scenario.notes?.find((one) => one.id === id)
  if (note) {
    return {
      ...plain(note.text, language),
      isLong: true,
      editTo: (text) => ({
        edit: 'updateNote',
        id,
        changes: { text: withWords(note.text, language, text) },
      }),
    }
  }
  const connection = connectionById(scenario).get(id)
  return connection && wordsOfLine(connection, language)
}

function plain(text: Text, language: Language) {
  return { text: textIn(text, language), isLong: false, isCode: false }
}

/** A call is named by its operation, a message by its event; what has neither may have a label. */
function wordsOfLine(connection: Connection, language: Language): Words {
  const { id, label, protocol } = connection
  const field = fieldOf(protocol)
  if (label === undefined && field) {
    return {
      text: connection[field] ?? '',
      isLong: false,
      isCode: true,
      editTo: (text) => ({
        edit: 'updateConnection',
        id,
        changes: { [field]: text.trim() === '' ? undefined : text.trim() },
      }),
    }
  }
  return {
    ...plain(label ?? '', language),
    editTo: (text) => ({
      edit: 'updateConnection',
      id,
      changes: { label: text.trim() === '' ? undefined : withWords(label ?? '', language, text) },
    }),
  }
}

function fieldOf(protocol: Connection['protocol']): 'operation' | 'event' | null {
  switch (protocol) {
    case 'rest':
    case 'grpc':
      return 'operation'
    case 'broker':
    case 'amqp':
    case 'websocket':
      return 'event'
    case 'sql':
    case 'tcp':
    case 'udp':
    case 'smtp':
    case 'ftp':
    case 'ssh':
    case 'dependency':
      return null
  }
}
