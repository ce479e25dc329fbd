import type { PatientEnrollmentAnswer } from '#domain/contracts/enrollment.ts'

export type PortalToEnroll = PatientEnrollmentAnswer['portals'][number]
export type Startable =
  | { kind: 'open'; enrollmentId: string }
  | { kind: 'start'; portals: PortalToEnroll[] }
  | { kind: 'none' }

/**
 * What "Enroll" leads to: one that is open already goes on; else the portals on which one can be started, the asked one
 * alone if it is named; else nothing, and each portal says why.
 */
export function startable({ portals }: PatientEnrollmentAnswer, asked: string | null = null): Startable {
  const looked = asked === null ? portals : portals.filter(({ portal }) => portal.id === asked)
  const open = looked.find(({ openEnrollmentId }) => openEnrollmentId !== null)
  if (open?.openEnrollmentId) return { kind: 'open', enrollmentId: open.openEnrollmentId }
  const free = looked.filter(({ refusal }) => refusal === null)
  return free.length > 0 ? { kind: 'start', portals: free } : { kind: 'none' }
}
