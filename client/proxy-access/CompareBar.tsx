import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { MatrixAnswer } from '#domain/contracts/proxy-access.ts'
import { addDays, isoOf, isPlainDate, localDateOf, startOfLocalDay } from '#domain/time.ts'
import { changeName } from '#client/proxy-access/change-name.ts'
import { exactText } from '#client/proxy-access/dates.ts'
import type { Asked } from '#client/proxy-access/use-matrix.ts'
import { TextBox } from '#client/ui/Field.tsx'
import { dateText } from '#client/ui/format.ts'
import { Icon } from '#client/ui/Icon.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { usePracticeTime } from '#client/ui/practice.ts'
import { TextButton } from '#client/ui/TextLink.tsx'
import { serverNow } from '#client/ui/ticking.ts'
import type { IconName } from '#client/ui/icon-paths.ts'

type CompareBarProps = { matrix: MatrixAnswer; asked: Asked; onAsk: (asked: Asked) => void; onStep: (by: 1 | -1) => void }

const OTHER = 'other'
const NONE = 'none'
/** A year that is still being typed lies before this. */
const FIRST_DAY = '1900-01-01'

/** Which two instants are compared: now or any day, with a date on which something changes or any day. */
export function CompareBar({ matrix, asked, onAsk, onStep }: CompareBarProps) {
  const translate = useTranslate()
  const { locale } = usePracticeTime()
  const { timeZone, ahead } = matrix
  const today = localDateOf(serverNow(), timeZone)
  const startOf = (date: string) => isoOf(startOfLocalDay(date, timeZone))
  const changes = ahead.filter(({ at }, index) => ahead.findIndex((one) => one.at === at) === index)
  const known = changes.find(({ at }) => at === matrix.with)
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.25, alignItems: 'center', px: 2, py: 1.25, typography: 'table' }}>
      <span>{translate('access.compare')}</span>
      <Day
        icon="calendar"
        label={translate('access.first_day')}
        date={matrix.atOn}
        value={asked.at === undefined ? 'now' : OTHER}
        options={[{ value: 'now', text: translate('access.today_long', { day: dateText(today, locale) }) }]}
        onDate={(date) => onAsk({ ...asked, at: startOf(date), with: undefined })}
        onOption={() => onAsk({ ...asked, at: undefined, with: undefined })}
      />
      <span>{translate('access.with')}</span>
      <Day
        icon={known?.kind === 'birthday' ? 'cake' : 'calendar'}
        label={translate('access.second_day')}
        date={matrix.withOn ?? addDays(matrix.atOn, 1)}
        value={matrix.with === null ? NONE : known?.at ?? OTHER}
        options={[...(matrix.with === null ? [{ value: NONE, text: translate('access.no_second') }] : []), ...changes.map((change) => ({ value: change.at, text: `${changeName(change, translate)}, ${exactText(Date.parse(change.at), change.on, timeZone, locale)}` }))]}
        onDate={(date) => onAsk({ ...asked, with: startOf(date) })}
        onOption={(at) => onAsk({ ...asked, with: at === NONE ? undefined : at })}
      />
      <Box sx={{ marginInlineStart: { md: 'auto' }, display: 'flex', gap: 0.5, alignItems: 'center', color: 'ink2' }}>
        <TextButton type="button" aria-label={translate('access.previous_change')} onClick={() => onStep(-1)} sx={{ px: 0.5, textDecoration: 'none' }}>
          <KeyCap keys="[" /> <Touch>‹</Touch>
        </TextButton>
        <TextButton type="button" aria-label={translate('access.next_change')} onClick={() => onStep(1)} sx={{ px: 0.5, textDecoration: 'none' }}>
          <KeyCap keys="]" /> <Touch>›</Touch>
        </TextButton>
        {translate('access.next_change')}
      </Box>
    </Box>
  )
}

/** Where there are no key caps there are arrows. */
function Touch({ children }: { children: string }) {
  return (
    <Box component="span" aria-hidden sx={{ display: 'none', '@media (hover: none)': { display: 'inline-block', minWidth: 24, minHeight: 24, textAlign: 'center', fontSize: '1rem' } }}>
      {children}
    </Box>
  )
}

type DayProps = {
  icon: IconName
  label: string
  date: string
  value: string
  options: readonly { value: string; text: string }[]
  onDate: (date: string) => void
  onOption: (value: string) => void
}

/** One of the two instants: a short list of those that matter, and any other day. */
function Day({ icon, label, date, value, options, onDate, onOption }: DayProps) {
  const translate = useTranslate()
  const [picks, setPicks] = useState(false)
  // What is being typed is no date until its last digit: it stays as it is meanwhile.
  const [draft, setDraft] = useState<string | null>(null)
  const shown = picks ? OTHER : value
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center', minWidth: 0 }}>
      <Box sx={{ position: 'relative', minWidth: 0, maxWidth: '100%' }}>
        <Box sx={{ position: 'absolute', insetInlineStart: 10, top: 9, pointerEvents: 'none', display: 'inline-flex' }}>
          <Icon name={icon} size={16} />
        </Box>
        <Box
          component="select"
          aria-label={label}
          value={shown}
          onChange={(event) => {
            const isOther = event.target.value === OTHER
            setPicks(isOther)
            if (!isOther) onOption(event.target.value)
          }}
          sx={{
            minHeight: 36, maxWidth: '100%', paddingInline: '34px 10px', color: 'ink', bgcolor: 'surface', border: '1px solid', borderColor: 'line2', borderRadius: 1,
            textOverflow: 'ellipsis',
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
          <option value={OTHER}>{translate('access.another_day')}</option>
        </Box>
      </Box>
      {shown === OTHER ? (
        <TextBox
          type="date"
          aria-label={`${label}: ${translate('access.another_day')}`}
          value={draft ?? date}
          style={{ width: 150, minHeight: 36 }}
          onBlur={() => setDraft(null)}
          onChange={(event) => {
            const typed = event.target.value
            setDraft(typed)
            if (isPlainDate(typed) && typed >= FIRST_DAY) onDate(typed)
          }}
        />
      ) : null}
    </Box>
  )
}
