import { and, desc, eq } from 'drizzle-orm'
import { actions, cellFor } from '#domain/actions.ts'
import type { SessionAnswer } from '#domain/contracts/session.ts'
import { isoOf, type Instant } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import type { App } from '#server/app.ts'
import { csrfTokenOf, findSession } from '#server/auth/session.ts'
import { findPractice, hasAdministrator } from '#server/practice.ts'

/** Whether the practice waits for its first administrator (AU-01). */
export async function needsSetUp(db: Reader, app: App): Promise<boolean> {
  return app.config.mode === 'real' && !(await hasAdministrator(db))
}

/** Who sits here, what they may, when the session locks; the practice's name and clock for everybody. */
export async function sessionAnswerOf(app: App, sessionId: string | null, at: Instant): Promise<SessionAnswer> {
  const db = app.store.read
  const practice = await findPractice(db)
  const open = sessionId ? await findSession(db, app, sessionId, at) : null
  return {
    practice: {
      name: practice?.name ?? 'Portal Desk',
      timeZone: practice?.timeZone ?? app.config.practiceTimeZone,
      mode: app.config.mode,
      needsSetUp: await needsSetUp(db, app),
      damaged: app.store.frozen() !== null,
    },
    now: isoOf(at),
    session: open && {
      staff: await selfOf(db, open.actor),
      csrfToken: csrfTokenOf(app, open.actor.sessionId),
      idleLockAt: isoOf(open.idleLockAt),
      endsAt: isoOf(open.endsAt),
      may: Object.fromEntries(actions.map((action) => [action, cellFor(action, open.actor.roles)])) as NonNullable<SessionAnswer['session']>['may'],
    },
  }
}

type Self = NonNullable<SessionAnswer['session']>['staff']

async function selfOf(db: Reader, actor: Pick<Self, 'id' | 'userName' | 'name' | 'clinicianKind'> & { roles: readonly Self['roles'][number][] }): Promise<Self> {
  const { staff, staffSites, sites } = db.t
  const [row] = await db.select({
    language: staff.language, theme: staff.theme, singleKeys: staff.singleKeys, figuresAsTables: staff.figuresAsTables, siteId: sites.id, siteName: sites.name,
  }).from(staff).leftJoin(staffSites, eq(staffSites.staffId, staff.id)).leftJoin(sites, and(eq(sites.id, staffSites.siteId)))
    .where(eq(staff.id, actor.id)).orderBy(desc(staffSites.home), sites.name).limit(1)
  return {
    id: actor.id, userName: actor.userName, name: actor.name, initials: initialsOf(actor.name),
    roles: [...actor.roles], clinicianKind: actor.clinicianKind,
    siteId: row?.siteId ?? null, siteName: row?.siteName ?? null,
    language: row?.language === 'es' ? 'es' : 'en',
    theme: row?.theme === 'light' || row?.theme === 'dark' ? row.theme : 'system',
    singleKeys: row?.singleKeys ?? true, figuresAsTables: row?.figuresAsTables ?? false,
  }
}

/** First letters of the first and last word, a title aside: `Ana María Ruiz` is AR, `Dr. Carol Weimann` CW. */
function initialsOf(name: string): string {
  const words = name.replace(/^(?:Dr|Mr|Mrs|Ms)\.?\s+/u, '').split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word))
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')].find((char) => /\p{L}|\p{N}/u.test(char)) ?? '')
  return letters.join('').toUpperCase()
}
