/** Rules by the style of architecture that they hold a drawing to: what a drill asks for by name. domain.md 5. */

export const STYLE_PACKS = {
  /** 5.1 */
  monolith: ['network-inside-monolith', 'monolith-database', 'dependency-cycle'],
  /** 5.2 */
  layered: [
    'upward-dependency',
    'layer-skipped',
    'outside-the-layers',
    'sinkhole',
    'client-to-database',
    'dependency-cycle',
  ],
  /** 5.3 */
  onion: [
    'outward-dependency',
    'adapter-knows-adapter',
    'infrastructure-inside',
    'call-without-port',
    'dependency-cycle',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>
