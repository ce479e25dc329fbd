import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { ViewerPreview } from '#domain/contracts/results.ts'
import { useSpoken } from '#client/results/use-spoken.ts'
import { Initials } from '#client/results/Initials.tsx'
import { Icon } from '#client/ui/Icon.tsx'

/** One person by name, relation and age, and whether they see it: with the reason where they do not. */
export function ViewerLine({ viewer }: { viewer: ViewerPreview }) {
  const translate = useTranslate()
  const said = useSpoken()
  const who = [viewer.viewer === 'patient' ? translate('results.patient') : viewer.relation, viewer.levelName, viewer.age === null ? null : String(viewer.age)].filter(Boolean).join(', ')
  const words = viewer.visible ? translate(viewer.viewer === 'patient' ? 'results.sees' : viewer.mayReply ? 'results.sees_reply' : 'results.sees_no_reply') : translate('results.sees_not', { why: said(viewer.sentence) })
  const color = viewer.visible ? 'ok' : viewer.held ? 'held' : 'ink2'
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.25, alignItems: 'flex-start' }}>
      <Initials name={viewer.name} />
      <Box sx={{ minWidth: 0 }}>
        <Box><Box component="span" sx={{ fontWeight: 500 }}>{viewer.name}</Box> <Box component="span" sx={{ typography: 'table', color: 'ink2' }}>{who}</Box></Box>
        <Box sx={{ display: 'flex', gap: 0.75, color, typography: 'table' }}>
          <Box component="span" sx={{ pt: 0.25, display: 'inline-flex' }}><Icon name={viewer.visible ? 'eye' : viewer.held ? 'held' : 'blocked'} size={16} /></Box>
          <span>{words}</span>
        </Box>
      </Box>
    </Box>
  )
}

/** People with what they see, one under the other. */
export function Viewers({ viewers }: { viewers: readonly ViewerPreview[] }) {
  return (
    <Box component="ul" sx={{ display: 'grid', gap: 1.5 }}>
      {viewers.map((viewer) => <ViewerLine key={viewer.viewer} viewer={viewer} />)}
    </Box>
  )
}
