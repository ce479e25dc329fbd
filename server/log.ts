import pino from 'pino'

/** Ids, route templates, statuses, times; never names, addresses, text, query strings, cookies, tokens (PH-01). */
export type LogFields = {
  requestId?: string
  route?: string
  method?: string
  status?: number
  ms?: number
  actorId?: string
  job?: string
  mailId?: string
  fault?: string
  count?: number
}
export type Log = Record<'info' | 'warn' | 'error', (fields: LogFields, sentence: string) => void>

/** Writes JSON lines to standard output. */
export function makeLog(level: string): Log {
  const out = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
  return {
    info: (fields, sentence) => out.info(fields, sentence),
    warn: (fields, sentence) => out.warn(fields, sentence),
    error: (fields, sentence) => out.error(fields, sentence),
  }
}

/** What of an unexpected error may be logged: its class, code and where in our code, never its message (it may quote data). */
export function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code = (error as { code?: unknown }).code
  const place = error.stack?.split('\n').find((line) => line.trim().startsWith('at '))?.trim().replace(/\(?(?:file:\/\/)?\/.*\/([^/]+)\)?$/, '$1')
  const cause = error.cause ? ` < ${faultOf(error.cause)}` : ''
  return `${error.name}${typeof code === 'string' ? ` ${code}` : ''} ${place ?? ''}${cause}`
}
