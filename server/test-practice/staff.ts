import { asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { clinicianKinds, roles } from '#domain/roles.ts'
import { done, refuse } from '#server/http/act.ts'
import { openDoor, type Door } from '#server/http/door.ts'

const person = z.object({ id: z.string(), userName: z.string(), name: z.string(), status: z.string(), roles: z.array(z.string()), patientId: z.string().nullable() })

/** Who works here, so that a test from outside needs no list of its own. */
export const listStaffDoor: Door = openDoor({
  path: 'GET /api/test/staff', summary: 'Test practice: everybody who works here.', answer: z.array(person),
  run: async ({ app: { store: { read: db } } }) => {
    const { staff, staffRoles } = db.t
    const people = await db.select().from(staff).orderBy(asc(staff.userName))
    const held = await db.select().from(staffRoles)
    return done(people.map(({ id, userName, name, status, patientId }) => ({
      id, userName, name, status, patientId, roles: held.filter((row) => row.staffId === id).map((row) => row.role),
    })))
  },
})

const giveBody = z.strictObject({
  userName: z.string(), roles: z.array(z.enum(roles)).min(1).optional(), clinicianKind: z.enum(clinicianKinds).nullish(), patientId: z.string().nullish(),
})

/** Gives a person other roles, or a chart of their own, without asking two persons: for tests of unions and of own charts. */
export const giveRolesDoor: Door = openDoor({
  path: 'POST /api/test/staff', summary: 'Test practice: gives a person roles or an own chart at once.', body: giveBody, answer: z.object({ id: z.string() }), withoutOrigin: true,
  run: async ({ app, body }) => app.store.tx(async (w) => {
    const { staff, staffRoles } = w.t
    const [row] = await w.select({ id: staff.id }).from(staff).where(eq(staff.userName, body.userName))
    if (!row) return refuse('NOT_FOUND')
    if (body.clinicianKind !== undefined) await w.update(staff).set({ clinicianKind: body.clinicianKind }).where(eq(staff.id, row.id))
    if (body.patientId !== undefined) await w.update(staff).set({ patientId: body.patientId }).where(eq(staff.id, row.id))
    if (body.roles) {
      await w.delete(staffRoles).where(eq(staffRoles.staffId, row.id))
      await w.insert(staffRoles).values([...new Set(body.roles)].map((role) => ({ staffId: row.id, role })))
    }
    return done({ id: row.id })
  }),
})
