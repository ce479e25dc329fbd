import { allow, deny, type Decision } from '#domain/decision.ts'
import type { PortalStanding } from '#domain/contracts/patients.ts'

/** A portal that serves where somebody is seen. */
export type PortalHere = { takesNewAccounts: boolean; ownAccountFromAge: number; ownContactFromAge: number }

export type AccountFacts = {
  deceased: boolean
  /** Whole years. */
  age: number
  standing: PortalStanding
  portals: readonly PortalHere[]
}

/**
 * Whether somebody can have (or has) an account of their own where they are seen: the dead cannot (R13), a child below
 * the portal's age cannot (R10), and nobody can where no portal takes new accounts (R81, R85).
 */
export function canHaveAccount({ deceased, age, standing, portals }: AccountFacts): Decision {
  if (deceased) return deny('PATIENT_DECEASED')
  if (standing === 'active' || standing === 'invited' || standing === 'suspended') return allow
  const open = portals.filter((portal) => portal.takesNewAccounts)
  if (open.length === 0) return deny('NO_PORTAL_TAKES_ACCOUNTS')
  const fromAge = Math.min(...open.map((portal) => portal.ownAccountFromAge))
  return age < fromAge ? deny('ACCOUNT_TOO_YOUNG', { age: fromAge }) : allow
}
