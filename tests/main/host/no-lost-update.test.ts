/**
 * Two windows of one host, another program and a failing disk against a model of two variables: what the file
 * holds, and what was last kept of each window's edits. Broken once by hand and seen red: a save without its
 * revision, copies dropped by a save that failed, copies that a save does not drop.
 */
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createHost, type LocalHost } from '../../../src/main/host/host'
import { DISK, type FilePort, type OpenFile } from '../../../src/main/library/file-port'
import type { CallInput, CallName, CallOutput } from '../../../src/shared/host/contract'
import { outputOf } from '../../../src/shared/host/reply'

const RUNS = 300
const WINDOWS = ['one', 'two'] as const
type Name = (typeof WINDOWS)[number]

interface Model {
  /** The file's content; null where there is none. */
  disk: string | null
  /** By draft: the edits that must be offered back, as last kept. */
  readonly kept: Map<string, string>
}

interface OpenPage {
  draft: string
  handle: string | null
  revision: string
  /** What the file held that the edits are based on. */
  base: string | null
  text: string
}

const textOf = (title: string) => `{\n  "dryrun": 1,\n  "title": ${JSON.stringify(title)}\n}\n`

class World {
  host!: LocalHost
  readonly pages = new Map<Name, OpenPage>()
  readonly port: FilePort & { failAt: number; code: string }
  private count = 0

  constructor(readonly folder: string) {
    this.port = failingPort()
  }

  get path(): string {
    return join(this.folder, 'scenarios', 'orders.dryrun.json')
  }

  fresh = (what: string): string => {
    this.count += 1
    return textOf(`${what} ${this.count}`)
  }

  draft(): string {
    this.count += 1
    return this.count.toString(16).padStart(32, '0')
  }

  async start(): Promise<void> {
    const folders = {
      settings: join(this.folder, 'settings'),
      scenarios: join(this.folder, 'scenarios'),
    }
    this.host = createHost({ kind: 'browser', locale: 'en' }, folders, this.port)
    await this.host.start()
    for (const name of WINDOWS) this.host.pages.join(name, () => undefined)
  }

  /** As after SIGKILL: nothing is released, and the process is no longer there. */
  async kill(): Promise<void> {
    const running = join(this.folder, 'settings', 'running')
    const host = this.host
    for (const one of await readdir(running)) await rm(join(running, one))
    Object.assign(host.holds, { parts: { leases: { release: () => undefined } } })
    host.stop()
    this.pages.clear()
  }

  async call<Call extends CallName>(
    page: Name,
    name: Call,
    input: CallInput<Call>,
  ): Promise<CallOutput<Call>> {
    return outputOf(name, await this.host.gateway.answer(name, input, page))
  }

  onDisk(): Promise<string | null> {
    return readFile(this.path, 'utf8').catch(() => null)
  }
}

/** The real disk, until its `failAt`-th call. */
function failingPort(): FilePort & { failAt: number; code: string } {
  const port = { ...DISK, failAt: 0, code: 'EIO' }
  const count = () => {
    port.failAt -= 1
    if (port.failAt === 0) throw Object.assign(new Error(port.code), { code: port.code })
  }
  const counted = (file: OpenFile): OpenFile => ({
    writeFile: async (bytes) => {
      count()
      return file.writeFile(bytes)
    },
    write: async (...given) => {
      count()
      return file.write(...given)
    },
    sync: async () => {
      count()
      return file.sync()
    },
    readFile: () => file.readFile(),
    stat: () => file.stat(),
    truncate: (length) => file.truncate(length),
    chmod: (mode) => file.chmod(mode),
    chown: (uid, gid) => file.chown(uid, gid),
    close: () => file.close(),
  })
  return Object.assign(port, {
    open: async (...given: Parameters<FilePort['open']>) => {
      count()
      return counted(await DISK.open(...given))
    },
    rename: async (from: string, to: string) => {
      count()
      return DISK.rename(from, to)
    },
  })
}

type Step = fc.AsyncCommand<Model, World>

/** A step that is always possible; afterwards the file holds what the model says. */
const step = (label: string, run: (model: Model, world: World) => Promise<void>): Step => ({
  check: () => true,
  run: async (model, world) => {
    await run(model, world)
    expect(await world.onDisk(), label).toBe(model.disk)
  },
  toString: () => label,
})

const open = (name: Name) =>
  step(`${name} opens`, async (model, world) => {
    // "Don't save": the window gives its edits up.
    const before = world.pages.get(name)
    if (before !== undefined) await world.call(name, 'dropRecovery', { draft: before.draft })
    if (before !== undefined) model.kept.delete(before.draft)
    world.pages.delete(name)
    const listed = await world.call(name, 'listFolder', {})
    const handle = listed.ok
      ? listed.value.find((file) => file.name === 'orders.dryrun.json')?.handle
      : undefined
    if (handle === undefined) return
    const opened = await world.call(name, 'openDocument', { handle })
    if (!opened.ok) return
    await world.call(name, 'holdDocument', { handle })
    const { revision, text } = opened.value
    world.pages.set(name, { draft: world.draft(), handle, revision, base: text, text })
  })

const edit = (name: Name) =>
  step(`${name} edits`, async (_, world) => {
    const page = world.pages.get(name)
    if (page !== undefined) page.text = world.fresh(`by ${name}`)
  })

const keep = (name: Name) =>
  step(`${name} is kept`, async (model, world) => {
    const page = world.pages.get(name)
    if (page === undefined || page.text === page.base) return
    const { draft, handle, revision, text } = page
    const kept = await world.call(name, 'keepRecovery', {
      draft,
      title: name,
      handle,
      revision,
      text,
    })
    if (kept.ok) model.kept.set(draft, text)
  })

const save = (name: Name) =>
  step(`${name} saves`, async (model, world) => {
    const page = world.pages.get(name)
    if (page?.handle == null) return
    const { handle, draft, text, revision } = page
    const saved = await world.call(name, 'saveDocument', { handle, draft, text, revision })
    world.port.failAt = 0
    if (!saved.ok) return allowUnconfirmed(model, world, text, saved.problems)
    expect([page.base, text], 'a save went over what nobody had seen').toContain(model.disk)
    Object.assign(page, { revision: saved.value.revision, base: text })
    model.disk = text
    model.kept.delete(draft)
  })

const saveAs = (name: Name, replace: boolean) =>
  step(`${name} saves as${replace ? ', replacing' : ''}`, async (model, world) => {
    const page = world.pages.get(name)
    if (page === undefined) return
    const { draft, text } = page
    const saved = await world.call(name, 'saveAs', { name: 'orders', draft, text, replace })
    world.port.failAt = 0
    if (!saved.ok) return allowUnconfirmed(model, world, text, saved.problems)
    if (!replace) expect(model.disk, 'a taken name was replaced unasked').toBeNull()
    const { handle = null, revision = '' } = saved.value ?? {}
    Object.assign(page, { handle, revision, base: text })
    await world.call(name, 'holdDocument', { handle })
    model.disk = text
    model.kept.delete(draft)
  })

/** Written whole but not confirmed: the file may hold either, and the window stays unsaved. */
async function allowUnconfirmed(
  model: Model,
  world: World,
  text: string,
  problems: readonly { readonly code: string }[],
): Promise<void> {
  if (problems[0]?.code !== 'host/not-confirmed') return
  const disk = await world.onDisk()
  expect([model.disk, text]).toContain(disk)
  model.disk = disk
}

const others: readonly Step[] = [
  step('another program writes', async (model, world) => {
    model.disk = world.fresh('by another')
    await chmod(world.path, 0o644).catch(() => undefined)
    await writeFile(world.path, model.disk)
  }),
  step('another program deletes', async (model, world) => {
    await rm(world.path, { force: true })
    model.disk = null
  }),
  step('the file becomes read-only', async (_, world) => {
    await chmod(world.path, 0o444).catch(() => undefined)
  }),
  step('the file becomes writable', async (_, world) => {
    await chmod(world.path, 0o644).catch(() => undefined)
  }),
  step('the host is killed and starts again', async (model, world) => {
    await world.kill()
    await world.start()
    const offered = await world.call('one', 'listRecovery', {})
    const drafts = offered.ok ? offered.value.entries.map(({ draft }) => draft) : []
    for (const [draft, text] of model.kept) {
      // What the file holds anyway need not be offered.
      if (text === model.disk) continue
      expect(drafts).toContain(draft)
      const read = await world.call('one', 'readRecovery', { draft, claim: false })
      expect(read).toMatchObject({ ok: true, value: { text } })
    }
    for (const draft of drafts) expect([...model.kept.keys()]).toContain(draft)
  }),
]

const steps: fc.Arbitrary<Step>[] = [
  ...WINDOWS.flatMap((name) => [
    fc.constant(open(name)),
    fc.constant(edit(name)),
    fc.constant(edit(name)),
    fc.constant(keep(name)),
    fc.constant(save(name)),
    fc.constant(save(name)),
    fc.boolean().map((replace) => saveAs(name, replace)),
    fc.constant(
      step(`${name} takes over`, async (_, world) => {
        const handle = world.pages.get(name)?.handle
        if (handle != null) await world.call(name, 'takeOver', { handle })
      }),
    ),
  ]),
  ...others.map((one) => fc.constant(one)),
  fc
    .record({ at: fc.integer({ min: 1, max: 8 }), code: fc.constantFrom('EIO', 'ENOSPC', 'EPERM') })
    .map(({ at, code }) =>
      step(`call ${at} of the next save fails: ${code}`, async (_, world) => {
        Object.assign(world.port, { failAt: at, code })
      }),
    ),
]

test('row 25: whatever two windows, another program and the disk do, no update is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(steps, { maxCommands: 24, size: 'max' }), async (commands) => {
      const world = new World(await mkdtemp(join(tmpdir(), 'dryrun-model-')))
      await world.start()
      try {
        const disk = textOf('first')
        await world.call('one', 'saveAs', {
          name: 'orders',
          draft: world.draft(),
          text: disk,
          replace: false,
        })
        const setup = () => ({ model: { disk, kept: new Map<string, string>() }, real: world })
        await fc.asyncModelRun(setup, [open('one'), ...commands])
      } finally {
        world.host.stop()
        await rm(world.folder, { recursive: true, force: true, maxRetries: 10 })
      }
    }),
    { numRuns: RUNS },
  )
})
