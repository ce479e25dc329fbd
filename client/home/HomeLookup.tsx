import { useState } from 'react'
import { LookupCard } from '#client/patients/LookupCard.tsx'

/** Rows that can be taken in beside the day's list. */
const SHOWN = 8

/** The look-up of Home: empty whenever Home is opened. */
export function HomeLookup() {
  const [typed, setTyped] = useState('')
  return <LookupCard typed={typed} onType={setTyped} shown={SHOWN} />
}
