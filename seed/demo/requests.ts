import { DAY, HOUR, MINUTE, type Instant } from '#domain/time.ts'
import { effectLine, type EffectLine } from '#domain/two-person-effects.ts'
import type { Writer } from '#db/store.ts'
import { demoSites } from '#seed/demo/demo-sites.ts'
import { stableId } from '#seed/stable.ts'
import { staffIdOf } from '#seed/staff.ts'

/** A request by two persons as the seed tells it; times in milliseconds before the seed's instant. */
export type DemoRequest = {
  id: string
  action: string
  objectId: string
  input: Record<string, unknown>
  effect: EffectLine[]
  reason: string
  requestedBy: string
  askedBefore: number
  decided: { by: string; before: number; state: 'approved' | 'declined'; reason: string | null } | null
}

const mainSite = demoSites[0]

/** Two wait for somebody else, two were decided: the inbox is never empty at a desk that may approve. */
export const demoRequests: readonly DemoRequest[] = [
  {
    id: stableId('request', 'invite'), action: 'staff.invite', objectId: 'nora.fields',
    input: {
      userName: 'nora.fields', name: 'Nora Fields', email: 'nora.fields@mapleharbor.example.org', roles: ['front-desk'],
      siteIds: mainSite ? [mainSite.id] : [], language: 'en',
    },
    effect: [
      effectLine('staff.invite.person', { name: 'Nora Fields', userName: 'nora.fields' }),
      effectLine('staff.invite.roles', { roles: 'front-desk' }),
      effectLine('staff.invite.sites', { sites: mainSite?.name ?? '' }),
      effectLine('staff.invite.mail', { email: 'nora.fields@mapleharbor.example.org' }),
    ],
    reason: 'Starts at the front desk on Monday', requestedBy: 'ken.ishii', askedBefore: 3 * HOUR, decided: null,
  },
  {
    id: stableId('request', 'roles'), action: 'staff.change-roles', objectId: staffIdOf('marcus.bell'),
    input: { staffId: staffIdOf('marcus.bell'), from: ['front-desk'], to: ['front-desk', 'helpline'], fromKind: null, toKind: null },
    effect: [
      effectLine('staff.roles.from', { name: 'Marcus Bell', roles: 'front-desk' }),
      effectLine('staff.roles.to', { name: 'Marcus Bell', roles: 'front-desk,helpline' }),
      effectLine('staff.sessions.end', { name: 'Marcus Bell' }),
    ],
    reason: 'Covers the helpline over Thanksgiving', requestedBy: 'elena.petrova', askedBefore: 40 * MINUTE, decided: null,
  },
  {
    id: stableId('request', 'factor'), action: 'staff.reset-second-factor', objectId: staffIdOf('samuel.fay'),
    input: { staffId: staffIdOf('samuel.fay'), email: 'samuel.fay@mapleharbor.example.org' },
    effect: [
      effectLine('staff.factor.gone', { name: 'Dr. Samuel Fay' }),
      effectLine('staff.sessions.end', { name: 'Dr. Samuel Fay' }),
      effectLine('staff.factor.mail', { name: 'Dr. Samuel Fay', email: 'samuel.fay@mapleharbor.example.org' }),
    ],
    reason: 'Telephone lost on a train', requestedBy: 'ken.ishii', askedBefore: 5 * DAY,
    decided: { by: 'david.osei', before: 5 * DAY - 25 * MINUTE, state: 'declined', reason: 'The telephone was found again' },
  },
  {
    id: stableId('request', 'grace'), action: 'staff.change-roles', objectId: staffIdOf('grace.kim'),
    input: { staffId: staffIdOf('grace.kim'), from: ['helpline'], to: ['front-desk', 'helpline'], fromKind: null, toKind: null },
    effect: [
      effectLine('staff.roles.from', { name: 'Grace Kim', roles: 'helpline' }),
      effectLine('staff.roles.to', { name: 'Grace Kim', roles: 'front-desk,helpline' }),
      effectLine('staff.sessions.end', { name: 'Grace Kim' }),
    ],
    reason: 'Opens the desk in Oakland twice a week', requestedBy: 'elena.petrova', askedBefore: 6 * DAY,
    decided: { by: 'margaret.oyelaran', before: 6 * DAY - 2 * HOUR, state: 'approved', reason: null },
  },
]

/** Writes the requests. One that is there already stays as it is. */
export async function writeRequests(w: Writer, at: Instant): Promise<void> {
  await w.insert(w.t.twoPersonRequests).values(demoRequests.map((one) => ({
    id: one.id, action: one.action, objectId: one.objectId, input: JSON.stringify(one.input), effect: JSON.stringify(one.effect),
    reason: one.reason, requestedBy: staffIdOf(one.requestedBy), requestedAt: at - one.askedBefore, endsAt: at - one.askedBefore + DAY,
    state: one.decided?.state ?? 'open', decidedBy: one.decided ? staffIdOf(one.decided.by) : null,
    decidedAt: one.decided ? at - one.decided.before : null, decisionReason: one.decided?.reason ?? null,
  }))).onConflictDoNothing()
}
