import Box from '@mui/material/Box'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { useTranslate } from 'ra-core'
import type { TodayAnswer } from '#domain/contracts/today.ts'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { dayParts, type Day, type DayPart } from '#client/home/use-day.ts'

const words: Record<DayPart, string> = { 'to-come': 'today.to_come', 'not-enrolled': 'today.not_enrolled', 'whole-day': 'today.whole_day' }

/** Which part of the day the list shows, its keys, and of which site where there are several. */
export function DayBar({ answer, day }: { answer: TodayAnswer; day: Day }) {
  const translate = useTranslate()
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', justifyContent: 'space-between', px: 2, py: 1, borderBottom: '1px solid', borderColor: 'line' }}>
      <ToggleButtonGroup
        exclusive
        size="small"
        aria-label={translate('today.which')}
        value={day.part}
        sx={{ '& .MuiToggleButton-root': { color: 'ink2' }, '& .MuiToggleButton-root.Mui-selected': { color: 'accent', bgcolor: 'accentSoft', fontWeight: 600 } }}
        onChange={(_event, part: DayPart | null) => {
          if (part) day.setPart(part)
        }}
      >
        {dayParts.map((part) => (
          <ToggleButton key={part} value={part}>
            {translate(words[part])}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Box sx={{ display: { xs: 'none', lg: 'flex' }, flexWrap: 'wrap', columnGap: 2, typography: 'table', color: 'ink2', marginInlineStart: 'auto' }}>
        <span><KeyCap keys="j k" /> {translate('patients.choose')}</span>
        <span><KeyCap keys="enter" /> {translate('patients.open')}</span>
        <span><KeyCap keys="ctrl+enter" /> {translate('today.button')}</span>
      </Box>
      {answer.sites.length > 1 ? (
        <Box
          component="select"
          aria-label={translate('today.site')}
          value={answer.site?.id ?? ''}
          onChange={(event) => day.setSiteId(event.target.value)}
          sx={{ minHeight: 32, maxWidth: '100%', px: 1, borderRadius: 0.75, border: '1px solid', borderColor: 'line2', color: 'ink', bgcolor: 'surface', font: 'inherit' }}
        >
          {answer.sites.map((site) => (
            <option key={site.id} value={site.id}>
              {site.name}
            </option>
          ))}
        </Box>
      ) : null}
    </Box>
  )
}
