/** The words of native menus and dialogs in the language of the page. */
import englishCommands from '../../../resources/locales/en/commands.json'
import english from '../../../resources/locales/en/host.json'
import russianCommands from '../../../resources/locales/ru/commands.json'
import russian from '../../../resources/locales/ru/host.json'
import type { CommandId } from '../../shared/commands/command-table'
import type { Language } from '../../shared/scenario/text'

/** A key of the catalogue without its prefix. */
type Under<Prefix extends string> = keyof typeof english extends infer Key
  ? Key extends `${Prefix}.${infer Rest}`
    ? Rest
    : never
  : never
type MenuText = Under<'menu'>
export type DialogText = Under<'dialog'>

const COMMANDS = { en: englishCommands, ru: russianCommands } as const
const CATALOGUES = { en: english, ru: russian } as const

export const menuText = (language: Language, key: MenuText): string =>
  CATALOGUES[language][`menu.${key}`]

/** A verb has one name, in the page and in the menu. */
export const commandText = (language: Language, id: CommandId): string => COMMANDS[language][id]

/** `title` is the scenario's, for the sentences that name it. */
export const dialogText = (language: Language, key: DialogText, title = ''): string =>
  CATALOGUES[language][`dialog.${key}`].replace('{{title}}', title)

/** The language to start with, until the page tells which one the user chose. `locale`: BCP 47. */
export const languageOf = (locale: string): Language =>
  locale.toLowerCase().startsWith('ru') ? 'ru' : 'en'
