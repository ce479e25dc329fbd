import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import type { LetterAnswer, LetterLine } from '#domain/contracts/proxy-access.ts'
import { PrintDialog } from '#client/proxy-access/PrintDialog.tsx'
import { paths, touched } from '#client/proxy-access/paths.ts'
import { CommandFault } from '#client/layout/CommandFault.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { useRead } from '#client/layout/use-read.ts'
import { Failure } from '#client/ui/Failure.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

/** A letter in its reader's language, to print; then it is recorded as printed. */
export function LetterPanel({ letter, onClose }: { letter: LetterLine; onClose: () => void }) {
  const translate = useTranslate()
  const { data, error, refetch } = useRead<LetterAnswer>('proxy-grants', { path: paths.letter(letter.id) })
  const { run, fault, pending } = useCommand()
  const printed = async () => {
    if (await run({ path: paths.printedLetter(letter.id) }, touched)) onClose()
  }
  return (
    <PrintDialog
      label={translate('access.letter_for', { name: letter.toName })}
      ready={data !== undefined}
      onClose={onClose}
      more={letter.printedAt ? null : <Button disabled={pending || !data} onClick={() => void printed()}>{translate('access.mark_printed')}</Button>}
    >
      <CommandFault fault={fault} onRetry={() => void printed()} />
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Waiting rows={8} /> : null}
      {data ? (
        <Box component="article" lang={data.language} data-theme="light" sx={{ color: 'ink', bgcolor: 'surface', p: 3, borderRadius: 1, '@media print': { p: 0 } }}>
          <Box component="h2" sx={{ typography: 'h1', mb: 2 }}>
            {data.subject}
          </Box>
          {data.paragraphs.map((text) => (
            <Box component="p" key={text} sx={{ mb: 1.5 }}>
              {text}
            </Box>
          ))}
        </Box>
      ) : null}
    </PrintDialog>
  )
}
