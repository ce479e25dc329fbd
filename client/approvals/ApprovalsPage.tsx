import Box from '@mui/material/Box'
import { useGetList, useTranslate } from 'ra-core'
import { useState } from 'react'
import type { TwoPersonRequest } from '#domain/contracts/two-person.ts'
import { RequestDetail } from '#client/approvals/RequestDetail.tsx'
import { RequestLine } from '#client/approvals/RequestLine.tsx'
import { Page } from '#client/layout/Page.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { Pane, PaneList } from '#client/ui/Pane.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

/** What one person asked and a second must decide: the requests at the left, exactly what will happen at the right. */
export default function ApprovalsPage() {
  const translate = useTranslate()
  const { data = [], error, isPending, refetch } = useGetList<TwoPersonRequest>('two-person-requests')
  const [chosenId, setChosenId] = useState<string | null>(null)
  const ordered = data.toSorted((a, b) => rank(a) - rank(b) || a.endsAt.localeCompare(b.endsAt))
  const chosen = ordered.find(({ id }) => id === chosenId) ?? ordered[0]
  const waiting = data.filter(({ mayDecide }) => mayDecide).length
  if (error) {
    return (
      <Page name="shell.approvals" title={translate('shell.approvals')}>
        <Failure error={error} onRetry={() => void refetch()} />
      </Page>
    )
  }
  return (
    <Page name="shell.approvals" title={translate('shell.approvals')} under={translate('approvals.under')} panes>
      {isPending ? (
        <Waiting />
      ) : chosen ? (
        <Box sx={{ display: 'flex', flexDirection: { xs: 'column', md: 'row' }, gap: 2, flex: 1, minHeight: 0 }}>
          <Pane title={translate('approvals.asked')} aside={translate('approvals.waiting', { smart_count: waiting })} width={336}>
            <PaneList
              label={translate('approvals.asked')}
              rows={ordered}
              rowKey={({ id }) => id}
              chosen={chosen.id}
              onChoose={({ id }) => setChosenId(id)}
            >
              {(request) => <RequestLine request={request} />}
            </PaneList>
          </Pane>
          <RequestDetail key={chosen.id} request={chosen} />
        </Box>
      ) : (
        <EmptyState kind="all-done" title={translate('approvals.none')} text={translate('approvals.none_text')} />
      )}
    </Page>
  )
}

/** What one may decide first, then what is open, then what is over. */
function rank({ mayDecide, state }: TwoPersonRequest): number {
  return mayDecide ? 0 : state === 'open' ? 1 : 2
}
