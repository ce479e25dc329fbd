import type { Config } from '#server/config.ts'
import type { Composed } from '#server/outbox/compose.ts'

/** Longest time that one mail may take in all: shorter than the lease on it. */
const MAIL_DEADLINE_MS = 45_000

/** What a mail server said to one mail. `later` counts as a try; `unreachable` says nothing about the mail. */
export type Reply = { kind: 'handed' | 'refused' | 'later' | 'unreachable'; status: string }

/** Where mails are handed over, for as long as a run lasts. */
export type MailServer = { hand: (mail: Composed) => Promise<Reply>; close: () => void }

/** The demo and test practices without SMTP_URL: every mail is taken, and shown by the mailbox from its row. */
export const mailboxServer: MailServer = { hand: async () => ({ kind: 'handed', status: 'mailbox' }), close: () => undefined }

/**
 * A mail server reached over SMTP; one connection, opened at the first mail and again after a fault.
 * TLS is required outside loopback. `stop` ends what is under way.
 */
export function smtpServer(config: Config, stop: AbortSignal): MailServer {
  let line: Line | null = null
  return {
    hand: async (mail) => {
      const deadline = AbortSignal.any([stop, AbortSignal.timeout(MAIL_DEADLINE_MS)])
      try {
        line ??= await openLine(config, deadline)
      } catch (error) {
        return { kind: 'unreachable', status: wordOf(error) }
      }
      try {
        return { kind: 'handed', status: statusOf(await line.send(mail, deadline)) ?? '250' }
      } catch (error) {
        line.close()
        line = null
        return replyOf(error)
      }
    },
    close: () => line?.quit(),
  }
}

type Line = { send: (mail: Composed, deadline: AbortSignal) => Promise<string>; quit: () => void; close: () => void }

/** Connects and signs in. Whatever goes wrong here says nothing about any mail. */
async function openLine(config: Config, deadline: AbortSignal): Promise<Line> {
  const { default: SMTPConnection } = await import('nodemailer/lib/smtp-connection')
  const { username, password, ...target } = targetOf(config)
  const wait = config.smtpTimeoutMs
  const connection = new SMTPConnection({
    ...target, name: config.bounceDomain,
    connectionTimeout: wait, greetingTimeout: wait, socketTimeout: wait, dnsTimeout: wait, socketCloseTimeout: 500,
  })
  let fail: (error: unknown) => void = () => undefined
  connection.on('error', (error) => fail(error))
  connection.on('end', () => fail(new Error('the connection ended')))

  /** One step of the dialogue: ends with its answer, with the connection's fault, or at the deadline. */
  const step = async <T>(until: AbortSignal, act: (settle: (error?: Error | null, value?: T) => void) => void): Promise<T> => {
    const late = (): void => fail(Object.assign(new Error('no more time'), { code: 'ETIMEDOUT' }))
    try {
      return await new Promise<T>((resolve, reject) => {
        fail = (error) => reject(error instanceof Error ? error : new Error('the mail server failed'))
        until.addEventListener('abort', late)
        if (until.aborted) return late()
        act((error, value) => (error ? fail(error) : resolve(value as T)))
      })
    } finally {
      until.removeEventListener('abort', late)
    }
  }
  try {
    await step<undefined>(deadline, (settle) => connection.connect(settle))
    if (username) await step<boolean>(deadline, (settle) => connection.login({ credentials: { user: username, pass: password } }, settle))
  } catch (error) {
    connection.close()
    throw error
  }
  return {
    send: (mail, until) => step<string>(until, (settle) => connection.send(
      { from: mail.returnPath, to: [mail.to], size: mail.raw.length }, mail.raw,
      (error, info) => settle(error, info?.response ?? ''),
    )),
    quit: () => connection.quit(),
    close: () => connection.close(),
  }
}

/** The mail server that SMTP_URL names. `smtp:` upgrades to TLS and must, except on loopback; `smtps:` speaks it at once. */
function targetOf(config: Config) {
  const url = new URL(config.smtpUrl ?? '')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const secure = url.protocol === 'smtps:'
  const isLoopback = host === 'localhost' || host === '::1' || host.startsWith('127.')
  return {
    host, secure, port: url.port ? Number(url.port) : secure ? 465 : 587, requireTLS: !secure && !isLoopback, ignoreTLS: isLoopback,
    username: decodeURIComponent(url.username), password: decodeURIComponent(url.password),
  }
}

/** A 5xx to the mail itself is for good; everything else may be different next time. */
function replyOf(error: unknown): Reply {
  const { responseCode, response } = error as { responseCode?: number; response?: string }
  const status = statusOf(response ?? '') ?? (responseCode ? String(responseCode) : wordOf(error))
  return { kind: responseCode && responseCode >= 500 ? 'refused' : 'later', status }
}

/** The enhanced status of a reply (RFC 3463), else its three digits. Its words may quote addresses and are not kept. */
function statusOf(response: string): string | null {
  return /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] ?? /^\d{3}/.exec(response)?.[0] ?? null
}

function wordOf(error: unknown): string {
  const { code } = error as { code?: unknown }
  const words: Record<string, string> = {
    ETIMEDOUT: 'timed-out', EDNS: 'name-not-found', ETLS: 'no-tls', EAUTH: 'sign-in-refused', EPROTOCOL: 'not-smtp', ESOCKET: 'no-connection',
  }
  return (typeof code === 'string' ? words[code] : undefined) ?? 'connection-lost'
}
