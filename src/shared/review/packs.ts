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
  /** 5.4, the errors: each service has its own data and its own release, and no row parts from its event. */
  microservices: [
    'shared-database',
    'client-to-database',
    'synchronous-cycle',
    'dual-write',
    'publish-then-save',
    'publish-unconfirmed',
    'event-never-published',
    'orphan',
    'double-trigger',
    'no-way-back',
    'inverted-timeouts',
    'ack-before',
    'redelivery-repeats-effect',
    'effect-without-once',
    'orchestrator-without-memory',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type Style = keyof typeof STYLE_PACKS
export const STYLES = [
  'monolith',
  'layered',
  'onion',
  'microservices',
] as const satisfies readonly Style[]
