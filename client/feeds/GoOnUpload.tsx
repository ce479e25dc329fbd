import Box from '@mui/material/Box'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import type { ImportAnswer } from '#domain/contracts/feeds.ts'
import { megabytes, taken } from '#client/feeds/UploadPanel.tsx'
import { useUpload } from '#client/feeds/use-upload.ts'
import { CommandFault } from '#client/layout/CommandFault.tsx'
import { Card } from '#client/ui/Card.tsx'
import { Field } from '#client/ui/Field.tsx'
import { LongJob } from '#client/ui/LongJob.tsx'

/** A file of which only a part has arrived: choosing it again sends what is missing. */
export function GoOnUpload({ row }: { row: ImportAnswer }) {
  const translate = useTranslate()
  const locale = useLocale()
  const upload = useUpload()
  const [isOther, setIsOther] = useState(false)
  const [file] = row.files
  if (!file) return null
  const choose = (chosen: File | undefined) => {
    const isSame = chosen !== undefined && chosen.size === file.size && (file.name === null || chosen.name === file.name)
    setIsOther(chosen !== undefined && !isSame)
    if (chosen && isSame) void upload.send(row.id, chosen, file.received)
  }
  const total = megabytes(file.size).toLocaleString(locale)
  return (
    <Card title={translate('feeds.part_here')}>
      <Box sx={{ display: 'grid', gap: 2, maxWidth: 560 }}>
        <LongJob
          title={file.name ?? row.source}
          done={megabytes(upload.sent ?? file.received)}
          total={megabytes(file.size)}
          unit={translate('feeds.megabytes', { total })}
          pace={upload.sent === null ? '' : translate('feeds.stay')}
        />
        {upload.sent === null ? (
          <Field
            label={translate('feeds.same_file')}
            hint={translate('feeds.same_file_hint')}
            refusal={isOther ? translate('feeds.other_file') : null}
            type="file"
            accept={taken}
            onChange={(event) => choose(event.target.files?.[0])}
          />
        ) : null}
        <CommandFault fault={upload.fault} onRetry={() => undefined} />
      </Box>
    </Card>
  )
}
