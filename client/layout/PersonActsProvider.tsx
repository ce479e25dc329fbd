import { useNavigate } from 'ra-core'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { needsSecondIdentifier } from '#domain/patients/opening.ts'
import { PersonActsContext, type FoundBy, type PersonActs, type PersonNamed } from '#client/layout/person-acts.ts'
import type { RefusalText } from '#client/ui/refused.ts'

const SecondIdentifier = lazy(() => import('#client/layout/SecondIdentifier.tsx'))
const WhyNotPanel = lazy(() => import('#client/layout/WhyNotPanel.tsx'))

type Asked =
  | { what: 'second'; person: PersonNamed; found: FoundBy; part: string }
  | { what: 'why-not'; person: PersonNamed; why: RefusalText; found?: FoundBy }

/**
 * What every row of a person does, wherever it stands: open the record, or say why not. Whom somebody has opened with
 * two identifiers is remembered until the session here ends, so that nobody is asked twice.
 */
export function PersonActsProvider({ children }: { children: ReactNode }) {
  const navigate = useNavigate()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [sure, setSure] = useState<ReadonlySet<string>>(new Set())
  const close = () => setAsked(null)
  const go = (id: string, part: string) => {
    setSure((known) => new Set(known).add(id))
    close()
    void navigate(`/patients/${id}${part}`)
  }
  const acts: PersonActs = {
    open: (person, found, part = '') => {
      if (found && needsSecondIdentifier(found.matched) && !sure.has(person.id)) setAsked({ what: 'second', person, found, part })
      else go(person.id, part)
    },
    whyNot: (person, why, found) => setAsked({ what: 'why-not', person, why, found }),
  }
  return (
    <PersonActsContext value={acts}>
      {children}
      <Suspense>
        {asked?.what === 'second' ? (
          <SecondIdentifier person={asked.person} found={asked.found} onSure={() => go(asked.person.id, asked.part)} onClose={close} />
        ) : null}
        {asked?.what === 'why-not' ? (
          <WhyNotPanel person={asked.person} why={asked.why} onOpen={() => acts.open(asked.person, asked.found)} onClose={close} />
        ) : null}
      </Suspense>
    </PersonActsContext>
  )
}
