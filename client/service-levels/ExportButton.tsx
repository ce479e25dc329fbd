import Box from '@mui/material/Box'
import { useDataProvider, useNotify, useTranslate } from 'ra-core'
import { useState } from 'react'
import type { Ask, ExportTable } from '#client/service-levels/levels.ts'
import type { ConsoleDataProvider } from '#client/layout/data-provider.ts'
import { useMay } from '#client/layout/session.ts'
import { TextButton } from '#client/ui/TextLink.tsx'

type Sheet = { fileName: string; csv: string }

/** A table as a file, made and recorded by the server. */
export function ExportButton({ table, ask }: { table: ExportTable; ask: Ask }) {
  const translate = useTranslate()
  const notify = useNotify()
  const dataProvider = useDataProvider<ConsoleDataProvider>()
  const may = useMay('service-levels.export') !== '-'
  const [pending, setPending] = useState(false)
  if (!may) return null
  const save = async () => {
    setPending(true)
    try {
      const { data } = await dataProvider.read<Sheet>({ path: '/service-levels/export', body: { ...ask, table } })
      handOver(data)
    } catch {
      notify('levels.no_file', { type: 'warning' })
    } finally {
      setPending(false)
    }
  }
  return (
    <Box component="span" data-no-print>
      <TextButton type="button" disabled={pending} aria-label={translate('levels.csv_of', { table: translate(`levels.table.${table}`) })} onClick={() => void save()}>CSV</TextButton>
    </Box>
  )
}

function handOver({ fileName, csv }: Sheet): void {
  const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  URL.revokeObjectURL(url)
}
