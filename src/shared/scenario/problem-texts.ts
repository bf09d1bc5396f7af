/**
 * The English sentence of every problem a file can have, by its code. The catalogues hold the same keys.
 * `_similar` is the sentence where there is a word that was likely meant: i18next finds it by `context`.
 */
import type { Problem, ProblemValue } from '../base/problem'

export const PROBLEM_TEXTS = {
  'scenario/too-large':
    'The file is larger than {{limitMiB}} MiB, the most a scenario may be. Split it into smaller scenarios.',
  'scenario/not-utf8':
    'The file is not UTF-8 text (byte {{offset}} cannot be read). Save it again as UTF-8.',
  'scenario/empty': 'The file is empty. Take it from a backup, or start a new scenario.',
  'scenario/truncated':
    'The file stops in the middle, at line {{line}}, column {{column}}: a part of it is missing. Take it from a backup, or complete it by hand.',
  'scenario/bad-json':
    'The file is not valid JSON: line {{line}}, column {{column}} has {{found}}, which cannot stand there. Correct it by hand, or take the file from a backup.',
  'scenario/too-deep':
    'The file is nested more than {{limit}} levels deep, at line {{line}}, column {{column}}. Flatten what stands there.',
  'scenario/foreign-file':
    'This looks like a file of another kind ({{format}}), not a Dryrun scenario. Open it with its own program; scenario files end in .dryrun.json.',
  'scenario/not-a-scenario':
    'This is not a Dryrun scenario: a scenario is a JSON object that says "dryrun": 1. Choose a file that ends in .dryrun.json.',
  'scenario/no-version':
    'The file does not say which version of the format it is. Add "dryrun": 1 as its first line.',
  'scenario/bad-version':
    'The version of the file, {{found}}, is not a version of the format. Write "dryrun": {{known}}.',
  'scenario/newer-version':
    'The file is of version {{version}}; this Dryrun knows version {{known}}. It is opened read-only. Update Dryrun to change it.',
  'scenario/newer-unreadable':
    'The file is of version {{version}}; this Dryrun knows version {{known}} and cannot make sense of it. Update Dryrun to open it.',
  'scenario/newer-left-out':
    'This Dryrun does not know everything in the file and does not show: {{paths}}.',
  'scenario/missing-field': '"{{field}}" is missing. Add it.',
  'scenario/unknown-field': 'there is no field "{{field}}" here. Remove it.',
  'scenario/unknown-field_similar':
    'there is no field "{{field}}" here; did you mean "{{suggestion}}"?',
  'scenario/forbidden-key': '"{{field}}" cannot be used as a name. Choose another.',
  'scenario/expected-object': 'expected an object in braces, found {{found}}.',
  'scenario/expected-list': 'expected a list in brackets, found {{found}}.',
  'scenario/expected-text': 'expected a text in quotes, found {{found}}.',
  'scenario/expected-number': 'expected a number, found {{found}}.',
  'scenario/expected-boolean': 'expected true or false, found {{found}}.',
  'scenario/expected-words':
    'expected a text, or one for each language as { "en": ..., "ru": ... }; found {{found}}.',
  'scenario/expected-duration':
    'expected milliseconds, or { "uniform": [from, to] }, { "exponential": mean } or { "lognormal": [median, sigma] }; found {{found}}.',
  'scenario/expected-action':
    'expected an action, such as { "save": "order", "as": "new" }; found {{found}}.',
  'scenario/expected-value': 'expected {{expected}}, found {{found}}.',
  'scenario/number-too-small': '{{found}} is too small: at least {{limit}} is allowed.',
  'scenario/number-too-big': '{{found}} is too big: at most {{limit}} is allowed.',
  'scenario/not-whole': '{{found}} is not a whole number. Round it.',
  'scenario/text-empty': 'the text is empty. Write something, or remove the field.',
  'scenario/text-too-long':
    'the text has {{found}} characters; at most {{limit}} are allowed. Shorten it.',
  'scenario/bad-id':
    '{{found}} cannot be an id: it takes a letter, then up to 63 letters, digits, "_", "." or "-".',
  'scenario/unknown-value': 'there is no {{found}} here. Use one of: {{allowed}}.',
  'scenario/unknown-value_similar':
    'there is no {{found}} here; did you mean "{{suggestion}}"? Use one of: {{allowed}}.',
  'scenario/unknown-action': 'unknown action {{found}}. Use one of: {{allowed}}.',
  'scenario/unknown-action_similar': 'unknown action {{found}}; did you mean "{{suggestion}}"?',
  'scenario/needs-one-of': 'one of these is needed here: {{allowed}}. Add one.',
  'scenario/needs-one-of_similar':
    'there is no {{found}} here; did you mean "{{suggestion}}"? One of these is needed: {{allowed}}.',
  'scenario/needs-only-one-of':
    '{{found}} cannot stand together here. Keep one of them, or write them one after another.',
  'scenario/wrong-length': 'expected exactly {{limit}} values, found {{found}}.',
  'scenario/too-many': 'there are {{found}} here; at most {{limit}} are allowed. Remove some.',
  'scenario/too-many-services':
    'the scenario has {{found}} services; at most {{limit}} are allowed. Split it into smaller ones.',
  'scenario/too-many-connections':
    'the scenario has {{found}} connections; at most {{limit}} are allowed. Split it into smaller ones.',
  'scenario/too-many-problems':
    'There are more problems than these {{limit}}. Correct these first.',
  'scenario/duplicate-id': 'the id "{{id}}" is already that of {{first}}. Choose another.',
  'scenario/shared-id':
    '"{{id}}" is also the id of {{first}}. Give them different ids, so that they can be told apart on the board.',
  'scenario/unknown-service': 'no service "{{id}}". Add it, or name one that is there.',
  'scenario/unknown-service_similar': 'no service "{{id}}"; did you mean "{{suggestion}}"?',
  'scenario/unknown-connection': 'no connection "{{id}}". Add it, or name one that is there.',
  'scenario/unknown-connection_similar': 'no connection "{{id}}"; did you mean "{{suggestion}}"?',
  'scenario/unknown-zone': 'no zone "{{id}}". Add it, or name one that is there.',
  'scenario/unknown-zone_similar': 'no zone "{{id}}"; did you mean "{{suggestion}}"?',
  'scenario/unknown-event':
    'no connection carries the event "{{id}}", so this never runs. Name an event that a connection carries.',
  'scenario/unknown-event_similar':
    'no connection carries the event "{{id}}", so this never runs; did you mean "{{suggestion}}"?',
  'scenario/invalid': 'this cannot be read as a part of a scenario: {{detail}}.',
} as const

type TextKey = keyof typeof PROBLEM_TEXTS
export type ProblemCode = Exclude<TextKey, `${string}_similar`>

export type Path = readonly (string | number)[]

/** What is wrong and where, before it is put into words. */
export interface Fault {
  readonly code: ProblemCode
  readonly path: Path
  readonly values?: Readonly<Record<string, ProblemValue>>
  /** The word that was likely meant. */
  readonly suggestion?: string | undefined
  readonly severity?: 'warning'
}

/** The problem with its English sentence and what a catalogue's sentence needs. */
export function problemOf({ code, path, values, suggestion, severity }: Fault): Problem {
  const similar: TextKey = `${code}_similar` as TextKey
  const isSimilar = suggestion !== undefined && Object.hasOwn(PROBLEM_TEXTS, similar)
  const given = isSimilar ? { ...values, suggestion, context: 'similar' } : values
  return {
    code,
    message: filled(PROBLEM_TEXTS[isSimilar ? similar : code], given ?? {}),
    path: pathText(path),
    ...(given ? { values: given } : {}),
    severity: severity ?? 'error',
  }
}

function filled(sentence: string, values: Readonly<Record<string, ProblemValue>>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
}

/** `connections[2].to`; a key that is no plain word stands in quotes: `outcomes["a b"]`. */
export function pathText(path: Path): string {
  return path
    .map((part, index) => {
      if (typeof part === 'number') return `[${part}]`
      if (!/^[A-Za-z_$][\w$-]*$/.test(part)) return `[${JSON.stringify(shortened(part))}]`
      return index === 0 ? part : `.${part}`
    })
    .join('')
}

const QUOTED_CHARACTERS_MAX = 60

/** A value as it may stand in a sentence: short, in JSON. */
export function quoted(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(shortened(value))
  if (Array.isArray(value)) return value.length === 0 ? '[]' : '[...]'
  if (typeof value === 'object' && value !== null) return '{...}'
  return String(value)
}

export function shortened(text: string): string {
  return text.length <= QUOTED_CHARACTERS_MAX ? text : `${text.slice(0, QUOTED_CHARACTERS_MAX)}...`
}
