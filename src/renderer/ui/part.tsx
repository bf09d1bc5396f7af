/**
 * A part of the page whose code is fetched apart: when it is first shown, or before that while the page has
 * nothing to do. Once there it is drawn in the same breath as any other component, so a dialog opens at once.
 */
import { type ComponentType, startTransition, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button'
import './part.css'

type State<Props> =
  | { readonly state: 'away' | 'failed' }
  | { readonly state: 'here'; readonly Shown: ComponentType<Props> }

export type Part<Props> = ComponentType<Props> & {
  /** Fetches the code if it is not there; resolves also where that fails, which the part itself then says. */
  readonly fetch: () => Promise<void>
}

/** Says that the code did not come, and fetches it again on request. */
export type PartFailed = ComponentType<{ readonly onAgain: () => void }>

const AWAY = { state: 'away' } as const
const FAILED = { state: 'failed' } as const
/** What is fetched ahead, in this order. */
const ahead: (() => Promise<void>)[] = []

/** Also fetches this, which need not be drawn, when the page has nothing to do. It may reject. */
export function fetchAhead(fetch: () => Promise<unknown>): void {
  ahead.push(() => fetch().then(undefined, () => undefined))
}

/**
 * `load` imports the module: `() => import('./x').then((x) => x.X)`. `Failed` takes the part's place where it
 * cannot be fetched: a dialog's is a dialog.
 */
export function part<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Failed: PartFailed = FailedHere,
): Part<Props> {
  let now: State<Props> = AWAY
  let under: Promise<void> | undefined
  const listeners = new Set<() => void>()
  const become = (next: State<Props>) => {
    now = next
    for (const listener of listeners) listener()
  }
  const fetch = (early = false): Promise<void> => {
    if (now.state === 'here') return Promise.resolve()
    under ??= load()
      .then((Shown) => become({ state: 'here', Shown }))
      .finally(() => {
        under = undefined
      })
    // What fails ahead of time, with nobody looking, is tried again before anything is said.
    return under.catch(() => {
      if (!early) become(FAILED)
    })
  }
  fetchAhead(() => fetch(true))
  function Shown(props: Props) {
    const [seen, see] = useState(now)
    useEffect(() => {
      // Drawing a whole panel must not hold up what can be used already.
      const follow = () => startTransition(() => see(now))
      listeners.add(follow)
      follow()
      void fetch()
      return () => {
        listeners.delete(follow)
      }
    }, [])
    if (seen.state === 'here') return <seen.Shown {...props} />
    if (seen.state === 'away') return null
    return (
      <Failed
        onAgain={() => {
          become(AWAY)
          void fetch()
        }}
      />
    )
  }
  return Object.assign(Shown, { fetch: () => fetch() })
}

/** Fetches every part that is not there yet, one after another, whenever the page has nothing to do. */
export function fetchPartsWhenIdle(from = 0): void {
  requestIdleCallback(async () => {
    const next = ahead[from]
    if (next === undefined) return
    await next()
    fetchPartsWhenIdle(from + 1)
  })
}

function FailedHere({ onAgain }: { readonly onAgain: () => void }) {
  const { t } = useTranslation('app')
  return (
    <div className="part-failed" role="alert">
      <p>{t('part.failed')}</p>
      <Button onClick={onAgain}>{t('part.again')}</Button>
    </div>
  )
}
