/** Solid pictures of the run's buttons: the outlined ones of the icon set are too light next to the track. */

const DRAWN = {
  first: 'M2 2v10M12 2 4 7l8 5Z',
  back: 'M11 2 3 7l8 5Z',
  play: 'M3 2l9 5-9 5Z',
  pause: 'M4 2.500v9M10 2.500v9',
  forward: 'M3 2l8 5-8 5Z',
  last: 'M12 2v10M2 2l8 5-8 5Z',
} as const

export function TransportIcon({ icon }: { readonly icon: keyof typeof DRAWN }) {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      <path
        d={DRAWN[icon]}
        fill={icon === 'pause' ? 'none' : 'currentColor'}
        stroke="currentColor"
        strokeWidth={icon === 'pause' ? 3 : 1}
        strokeLinejoin="round"
      />
    </svg>
  )
}
