import { useNavigate } from 'ra-core'
import { use, useRef, useState, type KeyboardEvent } from 'react'
import { PersonActsContext } from '#client/layout/person-acts.ts'
import { useMay } from '#client/layout/session.ts'
import { usePatientSearch } from '#client/layout/use-patient-search.ts'
import { pressNext } from '#client/patients/NextButton.tsx'
import { useScanBox } from '#client/ui/scan-box.ts'

/**
 * The look-up box and what its keys do: arrows choose a row, Enter opens it, Ctrl Enter presses its button, Esc clears
 * text and rows. Where nobody was found Enter takes the first spelling that is offered and Ctrl Enter begins a new patient.
 */
export function useLookup(typed: string, onType: (typed: string) => void, shown: number) {
  const acts = use(PersonActsContext)
  const navigate = useNavigate()
  const mayCreate = useMay('patient.create') !== '-'
  const mayEnroll = useMay('patient.enroll') !== '-'
  const box = useRef<HTMLInputElement>(null)
  const [at, setAt] = useState(0)
  const found = usePatientSearch(typed, true, shown)
  const type = (text: string) => {
    setAt(0)
    onType(text)
  }
  const scan = useScanBox(type)
  const { rows } = found
  const place = Math.min(at, Math.max(0, rows.length - 1))
  const chosen = rows[place] ?? null
  const isNobody = found.settled && rows.length === 0 && found.need === null
  const create = () => void navigate('/patients/new')
  /** Puts text into the box, ready for more of it. */
  const put = (text: string) => {
    type(text)
    box.current?.focus()
  }
  const enter = (isPress: boolean) => {
    if (chosen) {
      const by = { typed, matched: chosen.matched }
      return isPress ? pressNext(acts, chosen, chosen.nextAction, mayEnroll, by) : acts.open(chosen, by)
    }
    if (!isNobody) return
    if (isPress && mayCreate) create()
    const [likeliest] = found.nearSpellings
    if (!isPress && likeliest !== undefined) put(likeliest)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (scan.takesKey(event)) return
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const isEscape = event.key === 'Escape' && typed !== ''
    if (by === undefined && !isEscape && event.key !== 'Enter') return
    event.preventDefault()
    if (by !== undefined) setAt(Math.max(0, Math.min(rows.length - 1, place + by)))
    else if (isEscape) put('')
    else enter(event.ctrlKey || event.metaKey)
  }
  return { found, place, setAt, box, scan, onKeyDown, isNobody, create: mayCreate ? create : null, put }
}

export type Lookup = ReturnType<typeof useLookup>
