import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import type { StaffRecord } from '#domain/contracts/staff.ts'
import { isoOf, isoOrNull, MINUTE } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import { recoveryCodesLeft } from '#server/auth/auth.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { isOpen, lastLink, type LinkPurpose } from '#server/staff/invitation.ts'
import { staffLines } from '#server/staff/list-staff.ts'
import { siteNames } from '#server/staff/staff-row.ts'

/** One member of staff: how they sign in, and whether they are here now. */
export async function readStaff(db: Reader, act: Act, staffId: string): Promise<Outcome<StaffRecord>> {
  const { staff, staffSessions: sessions } = db.t
  const rows = await db.select().from(staff).where(eq(staff.id, staffId))
  const [row] = rows
  const [line] = await staffLines(db, rows)
  if (!row || !line) return refuse('NOT_FOUND')
  const open = await db.$count(sessions, and(
    eq(sessions.staffId, staffId), isNull(sessions.endedAt), gt(sessions.endsAt, act.at),
    gt(sessions.lastActivityAt, act.at - act.app.config.idleMinutes * MINUTE),
  ))
  const [last] = await db.select({ at: sessions.createdAt }).from(sessions).where(eq(sessions.staffId, staffId)).orderBy(desc(sessions.createdAt)).limit(1)
  const link = await lastLink(db, staffId)
  return done({
    ...line,
    siteNames: await siteNames(db, line.siteIds),
    hasSecondFactor: row.totpSealed !== null,
    recoveryCodesLeft: (await recoveryCodesLeft(db, [staffId])).length,
    openSessions: open,
    lastSignedInAt: isoOrNull(last?.at ?? null),
    invitation: link && isOpen(link, act.at)
      ? { purpose: link.purpose as LinkPurpose, createdAt: isoOf(link.createdAt), endsAt: isoOf(link.endsAt) } : null,
  }, row.version)
}
