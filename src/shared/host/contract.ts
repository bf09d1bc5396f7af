/**
 * The one table of calls between page and host: the desktop's IPC and the loopback server's HTTP are both
 * derived from it, and both check input and output against it. Errors are data. No path crosses from the
 * page: documents are named by opaque handles that the host has issued.
 */
import { memorySchema } from '../cards/memory'
import { cardKeySchema, memoriesSchema } from '../cards/progress'
import { z } from '../scenario/zod'

const handle = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const documentText = z.string().max(16 * 1024 * 1024)
const fileName = z.string().min(1).max(255)

export const problemSchema = z.strictObject({
  code: z.string(),
  message: z.string(),
  path: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  severity: z.enum(['error', 'warning']),
})

/** `problems` instead of a value where the user or the disk is at fault. */
const failed = z.strictObject({ ok: z.literal(false), problems: z.array(problemSchema) })
const done = <T extends z.ZodType>(value: T) =>
  z.union([z.strictObject({ ok: z.literal(true), value }), failed])

const opened = z.strictObject({
  handle,
  /** File name without folder, and the folder as the user may be shown it. */
  name: z.string(),
  folder: z.string(),
  text: documentText,
  /** SHA-256 of the bytes on disk, hex: what a save is based on. */
  revision: z.string(),
  readOnly: z.boolean(),
  /** It was inside a picture: a copy to go on from, which no save writes back into the picture. */
  carried: z.boolean(),
})
const saved = z.strictObject({ handle, name: z.string(), folder: z.string(), revision: z.string() })

const fileEntry = z.strictObject({
  handle,
  name: z.string(),
  folder: z.string(),
  /** Milliseconds since 1970. */
  changedAt: z.number(),
  missing: z.boolean(),
})

/** Names one opened document and its recovery copies; drawn by the page. */
const draft = z.string().regex(/^[0-9a-f]{32}$/)
const title = z.string().max(10_000)

const recoveryEntry = z.strictObject({
  draft,
  title,
  /** Null for a document that was never saved. */
  name: z.string().nullable(),
  folder: z.string().nullable(),
  /** Milliseconds since 1970. */
  keptAt: z.number(),
  /** The other of its two copies is damaged, and it may have been the later one. */
  otherDamaged: z.boolean(),
})

/** The document's file as it is now; null where it was never saved. */
const onDisk = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('gone') }),
  z.strictObject({
    /** Whether it still is what the edits are based on. */
    state: z.enum(['same', 'changed']),
    text: documentText,
    revision: z.string(),
    changedAt: z.number(),
    readOnly: z.boolean(),
  }),
])

const preferences = z.record(z.string().max(100), z.string().max(64 * 1024))

/** As drawn in interviews, the same made reliable, studies of one pattern each, and styles of architecture. */
export const TEMPLATE_GROUPS = ['scenarios', 'reliable', 'studies', 'styles'] as const
export type TemplateGroup = (typeof TEMPLATE_GROUPS)[number]
const templateGroup = z.enum(TEMPLATE_GROUPS)

const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output })
const nothing = z.strictObject({})
const plainId = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/)

export const CONTRACT = {
  hostInfo: call(
    nothing,
    z.strictObject({
      host: z.enum(['desktop', 'browser']),
      version: z.string(),
      /** BCP 47, the system's. */
      locale: z.string(),
      /** Whether open and save ask by a native dialog; otherwise the page shows its own. */
      dialogs: z.boolean(),
      /** Where files of the page's own dialog are kept, as shown to the user. */
      folder: z.string(),
    }),
  ),
  listTemplates: call(
    nothing,
    done(z.array(z.strictObject({ id: z.string(), group: templateGroup, text: documentText }))),
  ),
  /** The built-in drills, in the order in which they are shown, then those that the user brought. */
  listDrills: call(
    nothing,
    done(z.array(z.strictObject({ id: plainId, text: documentText, own: z.boolean() }))),
  ),
  /** A drill that the user brought, to be listed from now on; one of the same id is replaced. */
  keepOwnDrill: call(z.strictObject({ id: plainId, text: documentText }), done(nothing)),
  /** It is not listed from now on. What was done at it stays, in case it is brought again. */
  removeOwnDrill: call(z.strictObject({ id: plainId }), done(nothing)),
  /** What was done at drills, each as it was kept. */
  listDrillSessions: call(
    nothing,
    done(z.array(z.strictObject({ id: z.string(), text: documentText }))),
  ),
  keepDrillSession: call(z.strictObject({ id: plainId, text: documentText }), done(nothing)),
  /** The built-in decks of cards, in the order in which they are shown, then those that the user brought. */
  listDecks: call(
    nothing,
    done(z.array(z.strictObject({ id: z.string(), text: documentText, own: z.boolean() }))),
  ),
  /** A deck that the user brought, to be leafed through from now on; one of the same id is replaced. */
  keepOwnDeck: call(z.strictObject({ id: plainId, text: documentText }), done(nothing)),
  /** What is remembered of its cards stays, in case it is brought again. */
  removeOwnDeck: call(z.strictObject({ id: plainId }), done(nothing)),
  /** What is remembered of the cards, by `deck/card`; also of cards that this version does not have. */
  readCardProgress: call(nothing, done(memoriesSchema)),
  /** After a review; null after it was taken back, where it was the first. */
  keepCard: call(
    z.strictObject({ card: cardKeySchema, memory: memorySchema.nullable() }),
    done(nothing),
  ),
  /** Joins what was exported elsewhere, the later review of each card; answers with all there is then. */
  mergeCardProgress: call(z.strictObject({ cards: memoriesSchema }), done(memoriesSchema)),
  listRecent: call(nothing, done(z.array(fileEntry))),
  /** The scenario files of the host's own folder, newest first, at most 200. */
  listFolder: call(nothing, done(z.array(fileEntry))),
  /** Desktop only: `null` when the user cancels. */
  openByDialog: call(nothing, done(opened.nullable())),
  openDocument: call(z.strictObject({ handle }), done(opened)),
  /**
   * What the page shows from now on; null: no file. `writer`: it may save; otherwise another window or another
   * host does. `revision`: what is on disk now, null where there is no file. Calling again asks again.
   */
  holdDocument: call(
    z.strictObject({ handle: handle.nullable() }),
    done(z.strictObject({ writer: z.boolean(), revision: z.string().nullable() })),
  ),
  /** The page that held the document writes it from now on, whoever did before. */
  takeOver: call(z.strictObject({ handle }), done(z.strictObject({}))),
  /** The file that was closed last, by whichever page; null where there is none. */
  reopenClosed: call(nothing, done(opened.nullable())),
  /** A file given on the command line or by the system, once. */
  takeRequested: call(nothing, done(opened.nullable())),
  saveDocument: call(
    z.strictObject({ handle, draft, text: documentText, revision: z.string() }),
    done(saved),
  ),
  /** Desktop asks by dialog (`null`: cancelled); the browser host writes `name` into its folder. */
  saveAs: call(
    z.strictObject({ name: fileName, draft, text: documentText, replace: z.boolean() }),
    done(saved.nullable()),
  ),
  /** Edits that are in no file yet, kept against a crash until they are saved or given up. */
  keepRecovery: call(
    z.strictObject({
      draft,
      title,
      handle: handle.nullable(),
      revision: z.string().max(64).nullable(),
      text: documentText,
    }),
    done(z.strictObject({ keptAt: z.number() })),
  ),
  dropRecovery: call(z.strictObject({ draft }), nothing),
  /** What no open page is at, latest first; `damaged` counts documents of which no copy is whole. */
  listRecovery: call(
    nothing,
    done(z.strictObject({ entries: z.array(recoveryEntry), damaged: z.number().int() })),
  ),
  /** `claim`: the page goes on with the document, and it is offered to nobody else. */
  readRecovery: call(
    z.strictObject({ draft, claim: z.boolean() }),
    done(
      recoveryEntry.extend({
        text: documentText,
        handle: handle.nullable(),
        disk: onDisk.nullable(),
      }),
    ),
  ),
  /** Rasterises our own SVG text. `scale` may come back smaller: the largest that fits. */
  rasterise: call(
    z.strictObject({
      svg: documentText,
      scale: z.number().min(0.1).max(8),
      /** A scenario's text for the picture to carry. */
      carry: documentText.optional(),
    }),
    done(
      z.strictObject({
        pngBase64: z.string(),
        width: z.number().int(),
        height: z.number().int(),
        scale: z.number(),
      }),
    ),
  ),
  /** Desktop writes through a dialog; `null` when cancelled. The browser host offers a download itself. */
  saveExport: call(
    z.strictObject({ name: fileName, contentBase64: z.string().max(256 * 1024 * 1024) }),
    done(z.strictObject({ name: z.string(), folder: z.string() }).nullable()),
  ),
  /** `idle`: nothing is lost if the page shows another document. */
  setUnsaved: call(
    z.strictObject({ unsaved: z.boolean(), title: z.string(), idle: z.boolean() }),
    nothing,
  ),
  /** Desktop only; a browser opens a tab itself. */
  newWindow: call(nothing, nothing),
  /** What the page keeps between starts, by key; a browser's own storage is another for every port. */
  readPreferences: call(nothing, done(preferences)),
  /** Keys that are not named stay as they are. */
  keepPreferences: call(z.strictObject({ changes: preferences }), nothing),
  setLanguage: call(z.strictObject({ language: z.enum(['en', 'ru']) }), nothing),
} as const

type Contract = typeof CONTRACT
export type CallName = keyof Contract
export type CallInput<Name extends CallName> = z.infer<Contract[Name]['input']>
export type CallOutput<Name extends CallName> = z.infer<Contract[Name]['output']>

/** What the host tells the page unasked. */
export const hostEventSchema = z.union([
  z.strictObject({ event: z.literal('command'), command: z.string() }),
  z.strictObject({ event: z.literal('open-requested') }),
  /** Null: the file is gone. */
  z.strictObject({
    event: z.literal('file-changed'),
    handle,
    revision: z.string().nullable(),
  }),
  z.strictObject({ event: z.literal('writer-changed'), handle, writer: z.boolean() }),
])
export type HostEvent = z.infer<typeof hostEventSchema>

/** What the page holds, whichever transport carries it. */
export interface Host {
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>>
  /** Returns the way to stop listening. */
  onEvent(listener: (event: HostEvent) => void): () => void
  /**
   * A `File` that was dropped is opened where it lies, after the event `open-requested`. False where the host
   * cannot know where that is: then the page has its content and nothing more.
   */
  openDropped(file: unknown): Promise<boolean>
}
