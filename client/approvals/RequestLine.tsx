import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { RequestState } from '#client/approvals/RequestState.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import type { TwoPersonRequest } from '#domain/contracts/two-person.ts'

/** One request in the list: what is asked, by whom, and where it stands. */
export function RequestLine({ request }: { request: TwoPersonRequest }) {
  const translate = useTranslate()
  return (
    <>
      <Box sx={{ display: 'flex', gap: 1, justifyContent: 'space-between', alignItems: 'start' }}>
        <Box component="span" sx={{ fontWeight: 500 }}>
          {translate(`approvals.act.${request.action}`, { _: request.action })}
        </Box>
        <RequestState state={request.state} />
      </Box>
      <Box sx={{ typography: 'table', color: 'ink2' }}>
        {request.mine ? translate('approvals.you') : request.requestedBy.name} · <Moment at={request.requestedAt} />
      </Box>
    </>
  )
}
