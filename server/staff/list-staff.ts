import { and, asc, desc, eq, inArray, like, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { staffStates, type StaffLine } from '#domain/contracts/staff.ts'
import { roles as allRoles, type ClinicianKind, type Role } from '#domain/roles.ts'
import { isoOf } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import { done, type Outcome } from '#server/http/act.ts'
import { listQuery, pageOf } from '#server/http/list.ts'

export const staffQuery = listQuery(['id', 'name', 'userName', 'status', 'createdAt'], ['name', 'ASC'], {
  id: z.array(z.string()).max(200).optional(),
  /** Part of a name or user name. */
  q: z.string().trim().max(60).optional(),
  status: z.enum(staffStates).optional(),
  role: z.enum(allRoles).optional(),
  siteId: z.string().max(100).optional(),
})

/** Members of staff, in the form of ra-data-simple-rest. */
export async function listStaff(db: Reader, { sort, range, filter }: z.infer<typeof staffQuery>): Promise<Outcome<StaffLine[]>> {
  const { staff, staffRoles, staffSites } = db.t
  const [from, to] = range
  const part = filter.q ? `%${filter.q.toLowerCase().replace(/[%_\\]/g, '')}%` : null
  const where = and(
    filter.id ? inArray(staff.id, filter.id) : undefined,
    filter.status ? eq(staff.status, filter.status) : undefined,
    filter.role ? inArray(staff.id, db.select({ id: staffRoles.staffId }).from(staffRoles).where(eq(staffRoles.role, filter.role))) : undefined,
    filter.siteId ? inArray(staff.id, db.select({ id: staffSites.staffId }).from(staffSites).where(eq(staffSites.siteId, filter.siteId))) : undefined,
    part ? or(like(sql`lower(${staff.name})`, part), like(staff.userName, part)) : undefined,
  )
  const direction = sort[1] === 'ASC' ? asc : desc
  const rows = await db.select().from(staff).where(where).orderBy(direction(staff[sort[0]]), direction(staff.id)).limit(to - from + 1).offset(from)
  return done(pageOf(await staffLines(db, rows), from, await db.$count(staff, where)))
}

type Row = Reader['t']['staff']['$inferSelect']

/** Rows as the screens show them: no hash, no secret. */
export async function staffLines(db: Reader, rows: readonly Row[]): Promise<StaffLine[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const held = await db.select().from(db.t.staffRoles).where(inArray(db.t.staffRoles.staffId, ids))
  const placed = await db.select().from(db.t.staffSites).where(inArray(db.t.staffSites.staffId, ids)).orderBy(asc(db.t.staffSites.siteId))
  return rows.map((row) => ({
    id: row.id, userName: row.userName, name: row.name, email: row.email, npi: row.npi,
    roles: allRoles.filter((role: Role) => held.some((one) => one.staffId === row.id && one.role === role)),
    clinicianKind: row.clinicianKind as ClinicianKind | null, status: row.status as StaffLine['status'],
    siteIds: placed.filter((one) => one.staffId === row.id).map((one) => one.siteId),
    homeSiteId: placed.find((one) => one.staffId === row.id && one.home)?.siteId ?? null,
    createdAt: isoOf(row.createdAt), version: row.version,
  }))
}
