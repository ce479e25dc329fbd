import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { use } from 'react'
import type { TodayRow } from '#domain/contracts/today.ts'
import { buttonOf } from '#domain/today.ts'
import { PersonActsContext, type FoundBy, type PersonActs, type PersonNamed } from '#client/layout/person-acts.ts'
import { useMay } from '#client/layout/session.ts'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { unseen } from '#client/ui/unseen.ts'

/** What a row of a look-up or of the day's list offers. */
export type NextAction = TodayRow['nextAction']

type NextButtonProps = {
  person: PersonNamed
  next: NextAction
  found?: FoundBy
  /** The row is the chosen one: its button is the filled one of the region, and shows its key. */
  chosen?: boolean
  tabIndex?: number
}

const words: Record<NextAction['act'], string> = { 'enroll-now': 'enroll.enroll_now', enroll: 'enroll.enroll', open: 'today.open', 'why-not': 'today.why_not' }

/** Does what the one button of a row does: whoever comes today is offered the portal, whoever was looked up asked for it. */
export function pressNext(acts: PersonActs, person: PersonNamed, next: NextAction, mayEnroll: boolean, found?: FoundBy): void {
  if (next.act === 'why-not') return acts.whyNot(person, next, found)
  const enrolls = buttonOf(next.act, mayEnroll) !== 'open'
  acts.open(person, found, enrolls ? (found ? '/enroll' : '/enroll?from=day') : undefined)
}

/** The one button of a row: it enrolls, opens the record, or, dashed, says why this person is not asked. */
export function NextButton({ person, next, found, chosen = false, tabIndex }: NextButtonProps) {
  const translate = useTranslate()
  const acts = use(PersonActsContext)
  const mayEnroll = useMay('patient.enroll') !== '-'
  const does = buttonOf(next.act, mayEnroll)
  const isRefusal = does === 'why-not'
  return (
    <Button
      size="small"
      data-row-button
      tabIndex={tabIndex}
      aria-haspopup={isRefusal ? 'dialog' : undefined}
      variant={chosen && !isRefusal ? 'contained' : 'outlined'}
      onClick={() => pressNext(acts, person, next, mayEnroll, found)}
      sx={isRefusal ? { borderStyle: 'dashed', color: 'ink2' } : undefined}
    >
      <span>
        {translate(words[does])}
        <Box component="span" sx={unseen}>{` ${person.name}`}</Box>
      </span>
      {chosen ? <KeyCap keys="ctrl+enter" /> : null}
    </Button>
  )
}
