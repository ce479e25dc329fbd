import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { paletteGroups } from '#client/layout/palette-groups.tsx'
import type { Session } from '#client/layout/session.ts'
import { usePaletteActs } from '#client/layout/use-palette-acts.ts'
import { usePatientSearch } from '#client/layout/use-patient-search.ts'
import { useWaiting } from '#client/layout/use-waiting.ts'
import { CommandPalette } from '#client/ui/CommandPalette.tsx'

const PEOPLE_SHOWN = 6

/** Patients first, then what this person may do, then what not now, then what another role does. */
export default function Palette({ session, onClose }: { session: Session; onClose: () => void }) {
  const translate = useTranslate()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const waiting = useWaiting()
  const acts = usePaletteActs()
  const onlyCommands = typed.startsWith('>')
  const text = (onlyCommands ? typed.slice(1) : typed).trim()
  const maySearch = session.may['patient.search'] !== '-'
  const people = usePatientSearch(text, maySearch && !onlyCommands, PEOPLE_SHOWN)
  const chosen = people.rows[at] ?? people.rows[0] ?? null
  const groups = paletteGroups({ text, people: people.rows, chosen, may: session.may, waiting, translate, ...acts })
  const news = people.settled ? translate('palette.found', { smart_count: people.rows.length }) : ''
  return <CommandPalette typed={typed} onType={setTyped} groups={groups} at={at} onMove={setAt} news={news} onClose={onClose} />
}
