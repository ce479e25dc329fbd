import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { demoDesk, demoEnterBody, sessionAnswer } from '#domain/contracts/session.ts'
import type { Language } from '#domain/reasons/text.ts'
import { roles, type Role } from '#domain/roles.ts'
import type { Reader } from '#db/store.ts'
import { recordEvent } from '#server/audit/recorder.ts'
import { enterSession, leaveFormerSession, openSession } from '#server/auth/auth.ts'
import { done, refuse } from '#server/http/act.ts'
import { openDoor, type Door } from '#server/http/door.ts'
import { browserOf, sessionIdOfRequest } from '#server/http/request.ts'

/** What a desk of the demo practice is for, in one line. */
const does: Record<Role, Record<Language, string>> = {
  'front-desk': { en: 'Finds patients and enrolls them at the desk.', es: 'Busca pacientes y los inscribe en el mostrador.' },
  helpline: { en: 'Helps callers back into their portal, safely.', es: 'Ayuda a quien llama a volver a su portal, con seguridad.' },
  clinician: { en: 'Answers messages and releases results.', es: 'Responde mensajes y publica resultados.' },
  manager: { en: 'Sees what is late and who can take it.', es: 'Ve qué está atrasado y quién puede hacerlo.' },
  'privacy-officer': { en: 'Answers who saw what, and approves.', es: 'Responde quién vio qué, y aprueba.' },
  administrator: { en: 'Looks after staff, sites and the machine.', es: 'Cuida de personal, sitios y la máquina.' },
}

const listDoor = openDoor({
  path: 'GET /api/demo/desks', summary: 'Demo practice: the desks to sit down at.', answer: z.array(demoDesk),
  run: async ({ app, language }) => {
    const desks = await Promise.all(roles.map(async (role) => ({ role, person: await personAt(app.store.read, role) })))
    return done(desks.flatMap(({ role, person }) => (person ? [{ role, staffName: person.name, does: does[role][language] }] : [])))
  },
})

const enterDoor = openDoor({
  path: 'POST /api/demo/enter', summary: 'Demo practice: sits down at a desk, without a password.', body: demoEnterBody, answer: sessionAnswer,
  run: async (door) => {
    const { app, body, scene, req } = door
    const person = await personAt(app.store.read, body.role)
    if (!person) return refuse('NOT_FOUND')
    const former = await sessionIdOfRequest(app, req)
    const session = await app.store.tx(async (w) => {
      await leaveFormerSession(w, door, former)
      await recordEvent(w, { ...scene, actor: { id: person.id, roles: [body.role] } }, {
        event: 'session.signed-in', objectId: person.id, detail: { method: 'demo-desk' },
      })
      return openSession(w, app, person.id, { address: scene.sourceAddress, browser: browserOf(req) })
    })
    return done(await enterSession(door, session))
  },
})

/** The open desks of the demo practice; the server mounts them there and nowhere else. */
export const deskDoors: Door[] = [listDoor, enterDoor]

/** Who sits at the desk of a role: the first active person who holds it and no other. */
async function personAt(db: Reader, role: Role): Promise<{ id: string; name: string } | null> {
  const { staff, staffRoles } = db.t
  const people = await db.select({ id: staff.id, name: staff.name }).from(staff).innerJoin(staffRoles, eq(staffRoles.staffId, staff.id))
    .where(and(eq(staffRoles.role, role), eq(staff.status, 'active'))).orderBy(asc(staff.createdAt), asc(staff.userName))
  for (const person of people) {
    if (await db.$count(staffRoles, eq(staffRoles.staffId, person.id)) === 1) return person
  }
  return people[0] ?? null
}
