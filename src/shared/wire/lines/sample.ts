/** The order that every wire view tells of: one example, so that a byte can be found again elsewhere. */

export const ORDER_ID = 'o-1001'
export const IDEMPOTENCY_KEY = '8e03978e-40d5-43e8-bc93-6894a57f9324'
/** 2026-11-23T09:00:00Z, milliseconds since 1970. */
export const SAMPLE_TIME_MS = 1_795_424_400_000
export const SAMPLE_DATE = 'Mon, 23 Nov 2026 09:00:00 GMT'
export const ORDER_BODY =
  '{"userId":"u-42","items":[{"sku":"A1","qty":2}],"amount":"1990.00","currency":"RUB"}'
export const AMOUNT_MINOR = 199_000
export const CURRENCY = 'RUB'

/** What an event looks like on a broker. */
export const eventBody = (type: string) =>
  `{"eventId":"e-1","type":"${type}","orderId":"${ORDER_ID}"}`
