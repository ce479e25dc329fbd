import Box from '@mui/material/Box'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import type { ImportAnswer } from '#domain/contracts/feeds.ts'
import { useUpload } from '#client/feeds/use-upload.ts'
import { CommandFault, fieldRefusal } from '#client/layout/CommandFault.tsx'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { Field } from '#client/ui/Field.tsx'
import { LongJob } from '#client/ui/LongJob.tsx'

export const taken = '.ndjson,.gz,.csv,.tsv,.txt'
export const megabytes = (bytes: number): number => Math.round(bytes / 104_857.6) / 10

/** A file and the name of the feed it comes from. What kind of file it is, the server sees by itself. */
export function UploadPanel({ onDone, onClose }: { onDone: (id: string) => void; onClose: () => void }) {
  const translate = useTranslate()
  const locale = useLocale()
  const { run, fault, pending } = useCommand<ImportAnswer>()
  const upload = useUpload()
  const [file, setFile] = useState<File | null>(null)
  const [source, setSource] = useState('')
  const submit = async () => {
    if (!file || source.trim() === '' || upload.sent !== null) return
    const made = await run({ path: '/imports', body: { source: source.trim(), fileName: file.name, size: file.size } }, ['imports'])
    if (!made) return
    await upload.send(made.data.id, file, 0)
    onDone(made.data.id)
  }
  return (
    <FormPanel
      title={translate('feeds.new')}
      confirm={translate('feeds.upload')}
      pending={pending || upload.sent !== null}
      fault={fault}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Field
        label={translate('feeds.file')}
        hint={translate('feeds.file_hint')}
        refusal={fieldRefusal(fault, 'size') ?? fieldRefusal(fault, 'fileName')}
        type="file"
        accept={taken}
        required
        onChange={(event) => setFile(event.target.files?.[0] ?? null)}
      />
      <Field
        label={translate('feeds.source')}
        hint={translate('feeds.source_hint')}
        refusal={fieldRefusal(fault, 'source')}
        value={source}
        maxLength={60}
        autoComplete="off"
        required
        onChange={(event) => setSource(event.target.value)}
      />
      {file && upload.sent !== null ? (
        <Box role="status">
          <LongJob
            title={translate('feeds.uploading')}
            done={megabytes(upload.sent)}
            total={megabytes(file.size)}
            unit={translate('feeds.megabytes', { total: megabytes(file.size).toLocaleString(locale) })}
            pace={translate('feeds.stay')}
          />
        </Box>
      ) : null}
      <CommandFault fault={upload.fault} onRetry={() => void submit()} />
    </FormPanel>
  )
}
