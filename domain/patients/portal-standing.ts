import { portalStandings, type PortalStanding } from '#domain/contracts/patients.ts'
import type { Decision } from '#domain/decision.ts'
import type { ServiceState } from '#domain/portals/as-of.ts'
import type { Language } from '#domain/reasons/text.ts'

/** What a person's standing in one portal depends on. */
export type StandingFacts = {
  state: PortalStanding
  serviceState: ServiceState
  deceased: boolean
  /** Closed to sign-in although the account is there: by the portal after wrong answers, or by the practice after a warning. */
  lock?: 'portal' | 'warning' | null
  /** Whether an enrollment there may be started now: the desk's own question, asked once (`canStartEnrollment`). */
  mayStart: Decision
}

type Standing = { rule: string } & Record<Language, string>

/** What is so with one portal, said in one sentence, and the rule behind it. */
const standings = {
  deceased: {
    rule: 'R13', en: 'The patient has died; sign-in is suspended and nothing is sent.', es: 'El paciente falleció; el acceso está suspendido y no se envía nada.',
  },
  active: { rule: 'R1', en: 'Has an account and can sign in.', es: 'Tiene cuenta y puede entrar.' },
  activeReadOnly: {
    rule: 'R81', en: 'Has an account; this portal only shows, downloads and prints.', es: 'Tiene cuenta; este portal solo muestra, descarga e imprime.',
  },
  locked: { rule: 'R40', en: 'Has an account; the portal has locked it. See Recovery.', es: 'Tiene cuenta; el portal la bloqueó. Vea Recuperación.' },
  closedAfterWarning: {
    rule: 'ID-07', en: 'Closed after a warning; a photo ID and a second person open it again.', es: 'Cerrada tras un aviso; la reabren un documento con foto y otra persona.',
  },
  legacy: {
    rule: 'R8', en: 'Old account only. It does not become an account elsewhere.', es: 'Solo la cuenta antigua. No pasa a ser cuenta en otro portal.',
  },
  invited: { rule: 'R3', en: 'Invited, not yet activated.', es: 'Con invitación, aún sin activar.' },
  suspended: { rule: 'R13', en: 'Suspended; sign-in is closed until somebody reviews it.', es: 'Suspendida; el acceso está cerrado hasta su revisión.' },
  ended: { rule: 'R72', en: 'The account has ended.', es: 'La cuenta terminó.' },
  endedMayStart: { rule: 'R72', en: 'The account has ended. Can be enrolled anew at the desk.', es: 'La cuenta terminó. Se puede inscribir de nuevo en recepción.' },
  retired: { rule: 'R85', en: 'This portal has closed.', es: 'Este portal cerró.' },
  notOpen: { rule: 'R85', en: 'This portal has not opened yet.', es: 'Este portal aún no abre.' },
  tooYoung: { rule: 'R10', en: 'Too young for an own account on this portal.', es: 'Menor de la edad para una cuenta propia en este portal.' },
  noneReadOnly: { rule: 'R81', en: 'No account, and this portal takes no new ones.', es: 'Sin cuenta, y este portal no admite nuevas.' },
  none: { rule: 'R1', en: 'No account. Can be enrolled at the desk without an appointment.', es: 'Sin cuenta. Se puede inscribir en recepción sin cita.' },
} as const satisfies Record<string, Standing>

/** The sentence for a person's standing. What ends everything comes before what is so with the account. */
export function standingOf(facts: StandingFacts): Standing {
  if (facts.deceased) return standings.deceased
  if (facts.serviceState === 'retired') return standings.retired
  if (facts.serviceState === 'not-open') return standings.notOpen
  if (facts.lock === 'warning' && facts.state === 'suspended') return standings.closedAfterWarning
  if (facts.lock === 'portal' && facts.state === 'active') return standings.locked
  switch (facts.state) {
    case 'active': return facts.serviceState === 'read-only' ? standings.activeReadOnly : standings.active
    case 'legacy-only': return standings.legacy
    case 'invited': return standings.invited
    case 'suspended': return standings.suspended
    case 'ended': return facts.mayStart.allowed ? standings.endedMayStart : standings.ended
    case 'none':
      if (facts.mayStart.allowed) return standings.none
      return facts.mayStart.code === 'ACCOUNT_TOO_YOUNG' ? standings.tooYoung : standings.noneReadOnly
  }
}

/** The standing that matters most at a desk, of those in several portals. */
export function bestStanding(states: readonly string[]): PortalStanding {
  return portalStandings.find((standing) => states.includes(standing)) ?? 'none'
}
