import { useTranslate } from 'ra-core'
import { use, useState } from 'react'
import { paletteGroups } from '#client/layout/palette-groups.tsx'
import { PersonActsContext } from '#client/layout/person-acts.ts'
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
  const persons = use(PersonActsContext)
  const found = usePatientSearch(text, maySearch && !onlyCommands, PEOPLE_SHOWN)
  const chosen = found.rows[at] ?? found.rows[0] ?? null
  const put = (words: string) => {
    setAt(0)
    setTyped(words)
  }
  const groups = paletteGroups({ text, found, persons, put, chosen, may: session.may, waiting, translate, ...acts })
  const news = found.settled ? translate('palette.found', { smart_count: found.rows.length }) : ''
  return <CommandPalette typed={typed} onType={setTyped} groups={groups} at={at} onMove={setAt} news={news} onClose={onClose} />
}
