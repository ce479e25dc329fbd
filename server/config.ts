import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import { z } from 'zod'
import { isTimeZone } from '#domain/time.ts'

/** `demo` and `test` are made-up practices on loopback; `real` is a practice. */
export type PracticeMode = 'demo' | 'test' | 'real'

const loopback = ['127.0.0.1', 'localhost', '::1']

const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  PUBLIC_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().min(1).default('data/practice'),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'starts with postgres://').optional(),
  ANCHOR_DIR: z.string().min(1).optional(),
  BACKUP_DIR: z.string().min(1).optional(),
  BACKUP_PASSPHRASE: z.string().min(12, 'at least 12 characters').optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  SMTP_TIMEOUT_MS: z.coerce.number().int().min(100).max(40_000).default(20_000),
  MAIL_FROM: z.string().min(3).default('Portal Desk <no-reply@localhost>'),
  BOUNCE_DOMAIN: z.string().regex(/^[\w.-]{1,180}$/, 'a mail domain such as bounces.example.org').default('localhost'),
  BOUNCE_MAILDIR: z.string().min(1).optional(),
  LAB_DROP_DIR: z.string().min(1).optional(),
  MLLP_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  PRACTICE: z.enum(['demo', 'test']).optional(),
  PRACTICE_TZ: z.string().refine(isTimeZone, 'a time zone name such as America/New_York').default('America/New_York'),
  TRUST_PROXY: z.string().refine((text) => text !== 'true', 'name the proxies, never `true`').optional(),
  IDLE_MINUTES: z.coerce.number().int().min(1).max(30).default(10),
  REQUESTS_PER_SECOND: z.coerce.number().int().min(1).default(120),
  IMPORT_MAX_MB: z.coerce.number().int().min(1).max(1_000_000).default(2_048),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

export type Config = {
  host: string
  port: number
  /** Origin in links, QR codes and Origin checks; null: taken from host and port once the server listens. */
  publicOrigin: string | null
  dataDir: string
  databaseUrl: string | null
  anchorDir: string
  /** Where a backup is put every night; null: somebody else sees to it. */
  backupDir: string | null
  /** What backups are encrypted with. Never printed, never logged. */
  backupPassphrase: string | null
  smtpUrl: string | null
  /** Longest silence of the mail server, in milliseconds, before a try counts as failed. */
  smtpTimeoutMs: number
  mailFrom: string
  bounceDomain: string
  /** A Maildir into which the mail server puts delivery reports. */
  bounceMaildir: string | null
  /** A folder into which laboratories put HL7 v2 messages; null: none. */
  labDropDir: string | null
  /** Loopback port for HL7 v2 messages in MLLP frames; null: nobody listens; 0: any free one. */
  mllpPort: number | null
  mode: PracticeMode
  practiceTimeZone: string
  trustProxy: string | null
  idleMinutes: number
  requestsPerSecond: number
  /** Largest file that is taken by upload, in MB. */
  importMaxMb: number
  logLevel: string
  /** Differs by data folder, because cookies ignore ports. */
  cookieName: string
}

/** A setting that cannot be served with, in one line for the operator. */
export class ConfigRefused extends Error {
  override name = 'ConfigRefused'
}

/** Reads the settings (docs/operators.md lists them). Throws ConfigRefused with one clear line (OP-05). */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new ConfigRefused(`${String(issue?.path[0])}: ${issue?.message ?? 'cannot be read'}`)
  }
  const e = parsed.data
  const mode: PracticeMode = e.PRACTICE ?? 'real'
  const dataDir = resolve(e.DATA_DIR)
  if (mode !== 'real' && !loopback.includes(e.HOST)) {
    throw new ConfigRefused(`PRACTICE=${mode} is made of made-up people and open desks: it serves on loopback only, not on ${e.HOST}`)
  }
  const anchorDir = resolve(e.ANCHOR_DIR ?? `${dataDir}-anchor`)
  if (mode === 'real' && e.ANCHOR_DIR === undefined) {
    throw new ConfigRefused('ANCHOR_DIR: name a folder outside DATA_DIR, best on another disk, where the audit chain is anchored')
  }
  if (mode !== 'demo' && (anchorDir === dataDir || anchorDir.startsWith(`${dataDir}/`))) {
    throw new ConfigRefused('ANCHOR_DIR: must lie outside DATA_DIR, or a thief of one has both')
  }
  if (mode === 'real' && !loopback.includes(e.HOST) && !e.TRUST_PROXY) {
    throw new ConfigRefused('HOST is reachable from outside: put a TLS proxy in front and name it in TRUST_PROXY')
  }
  if (mode === 'real' && e.PUBLIC_ORIGIN?.startsWith('http:') && !loopback.includes(new URL(e.PUBLIC_ORIGIN).hostname)) {
    throw new ConfigRefused('PUBLIC_ORIGIN: patients and staff reach the practice over https')
  }
  if (e.BACKUP_DIR && !e.BACKUP_PASSPHRASE && mode === 'real') {
    throw new ConfigRefused('BACKUP_PASSPHRASE: a backup that leaves the data folder is encrypted; set a passphrase of at least 12 characters')
  }
  return {
    host: e.HOST,
    port: e.PORT,
    publicOrigin: e.PUBLIC_ORIGIN ? new URL(e.PUBLIC_ORIGIN).origin : null,
    dataDir,
    databaseUrl: e.DATABASE_URL ?? null,
    anchorDir,
    backupDir: e.BACKUP_DIR ? resolve(e.BACKUP_DIR) : null,
    backupPassphrase: e.BACKUP_PASSPHRASE ?? null,
    smtpUrl: e.SMTP_URL ?? null,
    smtpTimeoutMs: e.SMTP_TIMEOUT_MS,
    mailFrom: e.MAIL_FROM,
    bounceDomain: e.BOUNCE_DOMAIN,
    bounceMaildir: e.BOUNCE_MAILDIR ? resolve(e.BOUNCE_MAILDIR) : null,
    labDropDir: e.LAB_DROP_DIR ? resolve(e.LAB_DROP_DIR) : null,
    mllpPort: e.MLLP_PORT ?? null,
    mode,
    practiceTimeZone: e.PRACTICE_TZ,
    trustProxy: e.TRUST_PROXY ?? null,
    idleMinutes: e.IDLE_MINUTES,
    requestsPerSecond: e.REQUESTS_PER_SECOND,
    importMaxMb: e.IMPORT_MAX_MB,
    logLevel: e.LOG_LEVEL,
    cookieName: `__Host-pd-${createHash('sha256').update(dataDir).digest('hex').slice(0, 8)}`,
  }
}
