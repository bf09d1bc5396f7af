/** What can be put on the board, in the order in which it is offered. The default names are in both languages. */
import type { Size } from './place'
import { ROLE_TRAITS } from './role'
import type { Zone } from './scenario'
import { SERVICE_ROLES, type ServiceKind, type ServiceRole } from './service'
import type { Text } from './text'

export type PaletteGroup = 'services' | 'infrastructure' | 'zones'
export type ZoneKind = Zone['kind']

interface Offered {
  /** Stable: the key of its texts and icons. */
  readonly id: string
  readonly name: Text
}

export interface ServiceItem extends Offered {
  readonly group: 'services' | 'infrastructure'
  readonly kind: ServiceKind
  readonly role?: ServiceRole
}
interface ZoneItem extends Offered {
  readonly group: 'zones'
  readonly kind: ZoneKind
  readonly size: Size
}
interface NoteItem extends Offered {
  readonly group: 'zones'
  readonly kind: 'note'
  readonly size: Size
}
export type PaletteItem = ServiceItem | ZoneItem | NoteItem

const roles: readonly ServiceItem[] = SERVICE_ROLES.map((role) => ({
  id: role,
  group: 'services',
  kind: ROLE_TRAITS[role].kind,
  role,
  name: ROLE_TRAITS[role].name,
}))

const infrastructure = (id: string, kind: ServiceKind, en: string, ru: string): ServiceItem => ({
  id,
  group: 'infrastructure',
  kind,
  name: { en, ru },
})

const zone = (kind: ZoneKind, en: string, ru: string, size: Size): ZoneItem => ({
  id: kind,
  group: 'zones',
  kind,
  name: { en, ru },
  size,
})

export const PALETTE: readonly PaletteItem[] = [
  ...roles,
  infrastructure('client', 'client', 'Client', 'Клиент'),
  infrastructure('service', 'service', 'Service', 'Сервис'),
  infrastructure('gateway', 'gateway', 'Gateway', 'Шлюз'),
  infrastructure('database', 'database', 'Database', 'База данных'),
  infrastructure('rabbitmq', 'broker', 'RabbitMQ', 'RabbitMQ'),
  infrastructure('kafka', 'broker', 'Kafka', 'Kafka'),
  infrastructure('cache', 'cache', 'Cache', 'Кэш'),
  infrastructure('external', 'external', 'Card processor', 'Платёжный провайдер'),
  zone('boundary', 'Boundary', 'Граница', { width: 400, height: 280 }),
  zone('layer', 'Layer', 'Слой', { width: 560, height: 140 }),
  zone('ring', 'Ring', 'Кольцо', { width: 400, height: 400 }),
  zone('monolith', 'Monolith', 'Монолит', { width: 400, height: 280 }),
  {
    id: 'note',
    group: 'zones',
    kind: 'note',
    name: { en: 'Note', ru: 'Заметка' },
    size: { width: 200, height: 100 },
  },
]

export function isServiceItem(item: PaletteItem): item is ServiceItem {
  return item.group !== 'zones'
}
