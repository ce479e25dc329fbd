import Box from '@mui/material/Box'
import { useTranslate, type TranslateFunction } from 'ra-core'
import { useState } from 'react'
import type { LetterLine } from '#domain/contracts/proxy-access.ts'
import { LetterPanel } from '#client/proxy-access/LetterPanel.tsx'
import { Whose } from '#client/proxy-access/Whose.tsx'
import { Worklist } from '#client/proxy-access/Worklist.tsx'
import type { PreparedLine } from '#client/proxy-access/prepared.ts'
import { SettlePrepared } from '#client/proxy-access/SettlePrepared.tsx'
import { NotYourRole } from '#client/layout/NotYourRole.tsx'
import { useMay } from '#client/layout/session.ts'
import { Moment } from '#client/ui/Moment.tsx'
import type { Column } from '#client/ui/Rows.tsx'
import { TextButton } from '#client/ui/TextLink.tsx'

const READ = 'letter.print'

/** Letters about birthdays that go by post, and the adult's own invitations that are ready at 18. */
export function Letters() {
  const translate = useTranslate()
  const may = useMay(READ) !== '-'
  const [open, setOpen] = useState<LetterLine | null>(null)
  if (!may) return <NotYourRole action={READ} />
  return (
    <>
      <Box component="h2">{translate('access.letters')}</Box>
      <Worklist<LetterLine> resource="proxy-letters" by="madeAt" label="access.letters" none="access.letters_none" columns={letterColumns(translate, setOpen)} />
      <Box component="h2">{translate('access.prepared')}</Box>
      <Worklist<PreparedLine> resource="prepared-invitations" by="preparedAt" label="access.prepared" none="access.prepared_none" columns={preparedColumns} to={(row) => `/patients/${row.patientId}`} />
      {open ? <LetterPanel letter={open} onClose={() => setOpen(null)} /> : null}
    </>
  )
}

function letterColumns(translate: TranslateFunction, onOpen: (letter: LetterLine) => void): Column<LetterLine>[] {
  return [
    { key: 'to', heading: 'access.letter_to', cell: (row) => row.toName },
    { key: 'about', heading: 'access.letter_about', cell: (row) => translate(`access.template.${row.template}`, { _: row.template }) },
    { key: 'made', heading: 'access.since', cell: (row) => <Moment at={row.madeAt} />, from: 'md' },
    { key: 'printed', heading: 'access.printed', cell: (row) => (row.printedAt ? <Moment at={row.printedAt} /> : '–'), from: 'md' },
    {
      key: 'act',
      heading: 'access.act',
      align: 'right',
      cell: (row) => (
        <TextButton type="button" aria-label={`${translate('access.print')} ${row.toName}`} onClick={() => onOpen(row)}>
          {translate('access.print')}
        </TextButton>
      ),
    },
  ]
}

const preparedColumns: Column<PreparedLine>[] = [
  { key: 'patient', heading: 'access.patient', cell: (row) => <Whose name={row.patientName} birthDate={row.birthDate} /> },
  { key: 'portal', heading: 'access.portal', cell: (row) => row.portalName },
  { key: 'since', heading: 'access.since', cell: (row) => <Moment at={row.preparedAt} />, from: 'md' },
  { key: 'act', heading: 'access.act', align: 'right', cell: (row) => <SettlePrepared row={row} /> },
]
