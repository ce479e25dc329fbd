import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { ReactNode } from 'react'
import type { GrantLine } from '#domain/contracts/proxy-access.ts'
import { localDateOf } from '#domain/time.ts'
import { Initials } from '#client/proxy-access/Initials.tsx'
import { shortDate } from '#client/proxy-access/dates.ts'
import { isOpen, looksOfStates } from '#client/proxy-access/states.ts'
import { dateText } from '#client/ui/format.ts'
import { usePracticeTime } from '#client/ui/practice.ts'
import { StateChip, type State } from '#client/ui/StateChip.tsx'
import { serverNow } from '#client/ui/ticking.ts'

type Of = { grant: GrantLine }

function Two({ first, second }: { first: ReactNode; second: ReactNode }) {
  return (
    <>
      <Box component="span" sx={{ display: 'block' }}>
        {first}
      </Box>
      <Box component="span" sx={{ display: 'block', typography: 'table', color: 'ink2' }}>
        {second}
      </Box>
    </>
  )
}

/** Who, and what they are to the patient; with the portal where several are listed together. */
export function PersonCell({ grant, portal = false }: Of & { portal?: boolean }) {
  const translate = useTranslate()
  const relation = translate(`access.relationship.${grant.relationship}`)
  return (
    <Box component="span" sx={{ display: 'flex', gap: 1.25, alignItems: 'center' }}>
      <Initials name={grant.personName} />
      <span>
        <Two first={<Box component="span" sx={{ fontWeight: 500 }}>{grant.personName}</Box>} second={portal ? `${relation} · ${grant.portalName}` : relation} />
      </span>
    </Box>
  )
}

/** How many things are named before the rest is only counted. */
const NAMED = 2

/** What it gives now, what changed, and the first few things that stay. */
export function SeesCell({ grant }: Of) {
  const translate = useTranslate()
  const named = grant.sees.slice(0, NAMED).map(({ name }) => name)
  const more = grant.sees.length - named.length
  return (
    <Two
      first={<StateChip state={chipOf(grant)}>{isPartial(grant) ? grant.levelName : translate(wordOf(grant))}</StateChip>}
      second={grant.now === 'limited' && named.length > 0 ? `${named.join(', ')}${more > 0 ? `, +${more}` : ''}` : null}
    />
  )
}

/** Everything that a level opens that is not the full one: called by its name. */
const isPartial = ({ now, state, levelId }: GrantLine) => state === 'active' && now === 'full' && levelId !== 'full'

function chipOf({ now, state }: GrantLine): State {
  if (state !== 'active') return looksOfStates[state].chip
  return now === 'full' ? 'ok' : now === 'limited' ? 'due' : 'none'
}

function wordOf({ now, state, wasMore, cause }: GrantLine): string {
  if (state === 'suspended') return cause === 'death' || cause === 'disputed' || cause === 'new-account' ? `access.suspended.${cause}` : 'access.state.suspended'
  if (state !== 'active') return `access.state.${state}`
  if (now === 'limited' && wasMore) return 'access.now.limited_was_full'
  return `access.now.${now}`
}

/** When it changes next, and why; of what is over: since when, and at whose wish. */
export function NextCell({ grant }: Of) {
  const translate = useTranslate()
  const { locale, zone } = usePracticeTime()
  const today = localDateOf(serverNow(), zone)
  if (!isOpen(grant) || grant.state === 'held' || grant.state === 'requested') {
    return <Two first={translate('access.since_day', { day: shortDate(localDateOf(Date.parse(grant.stateAt), zone), today, locale) })} second={translate(`access.cause.${grant.cause}`)} />
  }
  if (!grant.nextChange) return <Two first={translate('access.no_change')} second={null} />
  return <Two first={dateText(grant.nextChange.on, locale)} second={grant.nextChange.sentence} />
}

/** What it rests on, who looked at it and when. */
export function BasisCell({ grant }: Of) {
  const translate = useTranslate()
  const { locale, zone } = usePracticeTime()
  const seenOn = localDateOf(Date.parse(grant.verifiedAt), zone)
  return <Two first={translate(`access.basis.${grant.basis}`)} second={`${grant.verifiedByName}, ${dateText(seenOn, locale)}`} />
}
