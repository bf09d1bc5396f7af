/**
 * What the documents' services bring with them: their names, what they do to the world, what they are
 * called by and what they announce. The engine reads it where a service has no handlers of its own.
 */
import type { ServiceKind, ServiceRole } from './service'
import type { Text } from './text'

interface RoleTraits {
  readonly kind: ServiceKind
  readonly name: Text
  /** Effects of a handler that is not written out, in order. */
  readonly effects: readonly string[]
  /** The row that its `sql` line saves: `{ save: entity, as: status }`. */
  readonly entity: string
  readonly status: string
  /** A request to it starts a new order. */
  readonly createsOrder: boolean
  /** What others call it by: over REST, over gRPC. */
  readonly restOperation: string
  readonly grpcOperation: string
  /** What it announces when it has done its work. */
  readonly event: string
}

export const ROLE_TRAITS: Readonly<Record<ServiceRole, RoleTraits>> = {
  users: {
    kind: 'service',
    name: { en: 'Users', ru: 'Пользователи' },
    effects: [],
    entity: 'user',
    status: 'saved',
    createsOrder: false,
    restOperation: 'GET /users',
    grpcOperation: 'Users/Get',
    event: 'UserChanged',
  },
  orders: {
    kind: 'service',
    name: { en: 'Orders', ru: 'Заказы' },
    effects: [],
    entity: 'order',
    status: 'new',
    createsOrder: true,
    restOperation: 'POST /orders',
    grpcOperation: 'Orders/Create',
    event: 'OrderCreated',
  },
  notifications: {
    kind: 'service',
    name: { en: 'Notifications', ru: 'Уведомления' },
    effects: ['notify'],
    entity: 'notification',
    status: 'sent',
    createsOrder: false,
    restOperation: 'POST /notifications',
    grpcOperation: 'Notifications/Send',
    event: 'CustomerNotified',
  },
  charging: {
    kind: 'service',
    name: { en: 'Card charge', ru: 'Списание с карты' },
    effects: ['charge'],
    entity: 'charge',
    status: 'charged',
    createsOrder: false,
    restOperation: 'POST /charges',
    grpcOperation: 'Cards/Charge',
    event: 'CardCharged',
  },
  payment: {
    kind: 'service',
    name: { en: 'Payment', ru: 'Оплата' },
    effects: [],
    entity: 'payment',
    status: 'paid',
    createsOrder: false,
    restOperation: 'POST /payments',
    grpcOperation: 'Payments/Pay',
    event: 'OrderPaid',
  },
  orchestrator: {
    kind: 'orchestrator',
    name: { en: 'Orchestrator', ru: 'Оркестратор' },
    effects: [],
    entity: 'saga',
    status: 'started',
    createsOrder: false,
    restOperation: 'POST /orders',
    grpcOperation: 'Orchestrator/Start',
    event: 'OrderAccepted',
  },
}

/** What a service brings by its role, if it has one. */
export function roleTraits(service: {
  readonly role?: ServiceRole | undefined
}): RoleTraits | undefined {
  return service.role === undefined ? undefined : ROLE_TRAITS[service.role]
}
