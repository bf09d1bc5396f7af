import type { Scenario } from '../../src/shared/scenario/scenario'
import { scenario } from './builders'

/** Two services that answer each event with two: there are ever more, and no run of it comes to an end. */
export const breeding = (): Scenario =>
  scenario()
    .client('client')
    .service('one')
    .service('other')
    .rest('client -> one')
    .broker('one -> other')
    .broker('other -> one')
    .handler('one', 'client-one', [{ publish: 'OrderCreated' }, { reply: 202 }])
    .handler('other', { event: 'OrderCreated' }, [
      { publish: 'OrderCreated' },
      { publish: 'OrderCreated' },
    ])
    .handler('one', { event: 'OrderCreated' }, [
      { publish: 'OrderCreated' },
      { publish: 'OrderCreated' },
    ])
    .stimulus('client-one')
    .build()
