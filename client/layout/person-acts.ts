import { createContext } from 'react'
import type { MatchedKind } from '#domain/contracts/patients.ts'
import type { PlainDate } from '#domain/time.ts'
import type { RefusalText } from '#client/ui/refused.ts'

/** Somebody as a row of a list names them. */
export type PersonNamed = { id: string; name: string; birthDate: PlainDate; age: number }

/** How somebody was found: what was typed, and which identifiers matched it. */
export type FoundBy = { typed: string; matched: readonly MatchedKind[] }

export type PersonActs = {
  /** Opens a record, or a part of it; whoever was found by one identifier is first asked for a second one, once. */
  open: (person: PersonNamed, found?: FoundBy, part?: string) => void
  /** Says why somebody is not asked to enroll. */
  whyNot: (person: PersonNamed, why: RefusalText, found?: FoundBy) => void
}

export const PersonActsContext = createContext<PersonActs>({ open: () => undefined, whyNot: () => undefined })
