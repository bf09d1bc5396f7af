/** Wrong answers to the drill of methods: the model's endpoint with one mistake that people make. */
import { edited, line, type Raw, service, type WrongAnswer } from './board-edits'

const handler = (raw: Raw, connection: string): Raw =>
  service(raw, 'orders').handlers.find((one: Raw) => one.on.connection === connection)

export const wrongEndpoints: Readonly<Record<string, WrongAnswer>> = {
  'PUT says 201 each time': {
    board: edited((raw) => {
      handler(raw, 'put').do = [{ save: 'order', as: 'new' }, { reply: 201 }]
    }),
    fails: ['put'],
  },
  'DELETE says 204 each time': {
    board: edited((raw) => {
      handler(raw, 'delete').do = [{ save: 'order', as: 'deleted' }, { reply: 204 }]
    }),
    fails: ['delete'],
  },
  'PATCH does not look at If-Match': {
    board: edited((raw) => {
      handler(raw, 'patch').do = [{ save: 'order', as: 'changed' }, { reply: 200 }]
    }),
    fails: ['patch'],
  },
  'the key is not honoured': {
    board: edited((raw) => {
      delete handler(raw, 'post').idempotent
    }),
    fails: ['same-key', 'lost-answer', 'sent-twice'],
  },
  'a POST without a key is taken': {
    board: edited((raw) => {
      delete handler(raw, 'post').needsKey
    }),
    fails: ['key-missing'],
  },
  'the client sends no key': {
    board: edited((raw) => {
      line(raw, 'post').idempotencyKey = false
    }),
    fails: ['lost-answer', 'sent-twice'],
  },
  'nobody repeats the POST': {
    board: edited((raw) => {
      line(raw, 'post').retries = 0
    }),
    fails: ['lost-answer'],
  },
  'a decline is taken for a payment': {
    board: edited((raw) => {
      handler(raw, 'post').do = [
        { save: 'order', as: 'new' },
        { effect: 'charge', once: true },
        { save: 'order', as: 'paid' },
        { reply: 201 },
      ]
    }),
    fails: ['stored-error'],
  },
  'a GET pays': {
    board: edited((raw) => {
      line(raw, 'pay').operation = 'GET /charge?do=pay'
    }),
    fails: ['safe'],
  },
}
