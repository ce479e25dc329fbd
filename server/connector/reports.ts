import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { viewCategories } from '#domain/enrollment/words.ts'
import { isPlainDate } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import type { App } from '#server/app.ts'
import type { AuditScene } from '#server/audit/recorder.ts'
import { portalCall } from '#server/connector/portal-call.ts'
import { reportActivation, reportUse, type Doing } from '#server/invitations/invitations.ts'
import { attemptKinds } from '#domain/recovery/words.ts'
import { reportAttempt } from '#server/recovery/recovery.ts'
import { receiveRegistration } from '#server/registrations/registrations.ts'

const id = z.string().min(1).max(100).regex(/^[\w.:-]+$/)
const words = z.string().trim().min(1).max(200)
/** Who it is about: our own id, or a number that the practice gave out. */
const person = z.union([z.strictObject({ patientId: id }), z.strictObject({ mrnSystem: words, mrn: words })])

const activation = z.strictObject({ portalId: id, person, step: z.enum(['opened', 'terms', 'agreement', 'active']) })
const use = z.strictObject({
  portalId: id, person, kind: z.enum(['sign-in', 'sign-in-refused', 'locked', 'view', 'sign-out']), category: z.enum(viewCategories).nullable().default(null),
  sessionRef: z.string().min(1).max(100), at: z.iso.datetime(),
}).refine((body) => (body.kind === 'view') === (body.category !== null), { path: ['category'] })
const signInMethod = z.discriminatedUnion('method', [z.strictObject({ method: z.literal('password') }), z.strictObject({ method: z.literal('social'), provider: words })])
/** What failed and when, by the portal's own id of the event. No field takes a question or an answer (ID-01). */
const recoveryAttempt = z.strictObject({ portalId: id, person, eventId: id, kind: z.enum(attemptKinds), at: z.iso.datetime(), signIn: signInMethod.nullable().default(null) })
const registration = z.strictObject({
  portalId: id, sourceId: id, givenName: words, familyName: words, birthDate: z.string().refine(isPlainDate), email: z.string().max(254).nullable().default(null), phone: z.string().max(60).nullable().default(null),
})

const outcomeOf = (...known: [string, ...string[]]) => z.strictObject({ outcome: z.enum(known) })

/** Reports of portals that have pages of their own: the same record comes of them as of ours (issue 4). */
export const reportCalls = [
  portalCall({
    route: 'POST /connector/v1/activations', summary: 'How far somebody has come in making their account.', right: 'activations',
    body: activation, answer: outcomeOf('noted', 'known', 'stopped'), portalOf: ({ body }) => body.portalId,
    run: async ({ w, app, scene, body }) => {
      const patientId = await idOf(w, body.person)
      return outcome(patientId === null ? 'unknown' : await reportActivation(w, doingOf(app, scene), { portalId: body.portalId, patientId, step: body.step, source: scene.actor.id }))
    },
  }),
  portalCall({
    route: 'POST /connector/v1/account-uses', summary: 'An account was used, refused or locked; kinds of things looked at, never what they said.', right: 'activations',
    body: use, answer: outcomeOf('noted', 'known', 'ended'), portalOf: ({ body }) => body.portalId,
    run: async ({ w, app, scene, body }) => {
      const { person: who, ...facts } = body
      const patientId = await idOf(w, who)
      return outcome(patientId === null ? 'unknown' : await reportUse(w, doingOf(app, scene), { ...facts, patientId, at: Date.parse(body.at), source: scene.actor.id }))
    },
  }),
  portalCall({
    route: 'POST /connector/v1/recovery-attempts', summary: 'Security questions failed, or an account was locked: a case for the helpline. No question, no answer.', right: 'activations',
    body: recoveryAttempt, answer: outcomeOf('noted', 'known', 'ended'), portalOf: ({ body }) => body.portalId,
    run: async ({ w, app, scene, body }) => {
      const patientId = await idOf(w, body.person)
      const signIn = body.signIn === null ? null : { method: body.signIn.method, provider: body.signIn.method === 'social' ? body.signIn.provider : null }
      const { portalId, eventId, kind } = body
      return outcome(patientId === null ? 'unknown' : await reportAttempt(w, doingOf(app, scene), { portalId, eventId, kind, signIn, patientId, at: Date.parse(body.at), source: scene.actor.id }))
    },
  }),
  portalCall({
    route: 'POST /connector/v1/registrations', summary: 'Somebody registered by themselves and matched no record.', right: 'registrations',
    body: registration, answer: outcomeOf('opened', 'known'), portalOf: ({ body }) => body.portalId,
    run: async ({ w, app, scene, body }) => outcome(await receiveRegistration(w, doingOf(app, scene), { ...body, source: scene.actor.id })),
  }),
]

function doingOf(app: App, scene: AuditScene): Doing {
  return { app, scene, at: scene.at, by: scene.actor.id }
}

/** What was done of a report; somebody or a portal that is not there answers as nothing does. */
function outcome(what: string): { answer: { outcome: string } } | { code: 'NOT_FOUND' } {
  return what === 'unknown' ? { code: 'NOT_FOUND' } : { answer: { outcome: what } }
}

async function idOf(db: Reader, given: z.infer<typeof person>): Promise<string | null> {
  if ('patientId' in given) return given.patientId
  const { patientIdentifiers: i } = db.t
  const [row] = await db.select({ id: i.patientId }).from(i).where(and(eq(i.system, given.mrnSystem), eq(i.value, given.mrn)))
  return row?.id ?? null
}
