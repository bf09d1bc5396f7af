/** The built-in scenarios as files, and what they call their services in each language. */
import { readdir, readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Language } from './words'

const FOLDER = resolve(import.meta.dirname, '../../../resources/templates')

const ENDING = '.dryrun.json'

type Text = string | Readonly<Record<Language, string>>

interface TemplateFile {
  readonly title: Text
  readonly services: readonly { readonly id: string; readonly name: Text }[]
  readonly invariants?: readonly { readonly id: string; readonly title: Text }[]
}

export interface Template {
  readonly text: string
  readonly title: string
  /** The names of its services, in the order of the file. */
  readonly services: readonly string[]
  /** The name of a service or the title of a promise, by its id. */
  nameOf(id: string): string
}

/** The ids of all of them. */
export async function templateIds(): Promise<readonly string[]> {
  const files = await readdir(FOLDER)
  return files.filter((file) => file.endsWith(ENDING)).map((file) => file.slice(0, -ENDING.length))
}

export async function template(id: string, language: Language): Promise<Template> {
  const text = await readFile(resolve(FOLDER, `${id}${ENDING}`), 'utf8')
  const file: TemplateFile = JSON.parse(text)
  const inLanguage = (words: Text) => (typeof words === 'string' ? words : words[language])
  const names = new Map([
    ...file.services.map((service) => [service.id, inLanguage(service.name)] as const),
    ...(file.invariants ?? []).map((promise) => [promise.id, inLanguage(promise.title)] as const),
  ])
  const nameOf = (thing: string) => {
    const name = names.get(thing)
    if (name === undefined) throw new Error(`the template ${id} has no "${thing}"`)
    return name
  }
  const services = file.services.map((service) => inLanguage(service.name))
  return { text, title: inLanguage(file.title), services, nameOf }
}
