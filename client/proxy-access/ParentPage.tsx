import { useTranslate } from 'ra-core'
import type { PatientOverview } from '#domain/contracts/patients.ts'
import type { ParentPageAnswer } from '#domain/contracts/proxy-access.ts'
import { ParentSheet } from '#client/proxy-access/ParentSheet.tsx'
import { PrintDialog } from '#client/proxy-access/PrintDialog.tsx'
import { paths } from '#client/proxy-access/paths.ts'
import { useRead } from '#client/layout/use-read.ts'
import { Failure } from '#client/ui/Failure.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

export type PageAsked = { portal: string; at: string; with: string | null }
type ParentPageProps = { patient: PatientOverview; personId: string; name: string; asked: PageAsked & { reason: string | null }; onClose: () => void }

/** One parent's page as it is printed, in their language: their own columns, and no trace of anybody else. */
export function ParentPage({ patient, personId, name, asked, onClose }: ParentPageProps) {
  const translate = useTranslate()
  const { data, error, refetch } = useRead<ParentPageAnswer>('proxy-grants', { path: paths.parentPage(patient.id, { person: personId, ...asked }) })
  return (
    <PrintDialog label={translate('access.print_page', { name })} ready={data !== undefined} onClose={onClose}>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Waiting rows={8} /> : null}
      {data ? <ParentSheet page={data} /> : null}
    </PrintDialog>
  )
}
