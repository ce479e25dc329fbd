import type { AccessFacts, GrantFacts, Item } from '#domain/access/facts.ts'
import { basisRules } from '#domain/access/bases.ts'
import { buildPolicy } from '#test/domain/portals/build-portal.ts'

export const MOTHER = 'ines'
export const FATHER = 'tomas'

/** A mother's full access by birth certificate, active since long ago, unless something else is said. */
export function buildGrant(said: Partial<GrantFacts> = {}): GrantFacts {
  const basis = said.basis ?? 'parent'
  return {
    id: `grant-${said.personId ?? MOTHER}`, personId: MOTHER, relationship: 'mother', basis, levelId: 'full', areas: null,
    startOn: '2000-01-01', endOn: null, reviewOn: '2099-12-31',
    timeline: [{ at: 0, state: 'active', cause: 'confirmed' }],
    documents: [{ kind: basisRules[basis].documents[0] ?? 'birth-certificate', expiresOn: null, seenAt: 0, retiredAt: null }],
    ...said,
  }
}

/** A living girl on MyChart without an own account, with her mother's access, unless something else is said. */
export function buildFacts(said: Partial<AccessFacts> = {}): AccessFacts {
  return {
    birthDate: '2014-12-07', death: null, ownAccount: { state: 'none', sinceAt: 0 }, versions: [buildPolicy()], grants: [buildGrant()],
    legalStatuses: [], consents: [], blocked: [], markedCategories: [], ...said,
  }
}

/** An ordinary result of today's childhood, unless something else is said. */
export function buildItem(said: Partial<Item> = {}): Item {
  return { category: 'result', acquiredOn: '2024-01-01', confidentialTo: [], sensitive: false, ...said }
}

export const proxy = (personId = MOTHER) => ({ kind: 'proxy' as const, personId })
export const patient = { kind: 'patient' as const }
