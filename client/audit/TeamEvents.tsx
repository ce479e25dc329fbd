import { useState } from 'react'
import { AuditFilters, noFilters, type Filters } from '#client/audit/AuditFilters.tsx'
import { EventList } from '#client/audit/EventList.tsx'

/** The events of a manager's own team: who did what kind of thing when; of whom is left out. */
export function TeamEvents() {
  const [filters, setFilters] = useState<Filters>(noFilters)
  return (
    <>
      <AuditFilters filters={filters} onChange={setFilters} />
      <EventList path="/audit/team-search" filters={filters} more={[]} />
    </>
  )
}
