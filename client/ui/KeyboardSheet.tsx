import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { Icon } from '#client/ui/Icon.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import type { KeyBinding } from '#client/ui/keys.ts'

const groups = ['move', 'act', 'everywhere'] as const

/** The keys that work on this screen, printed from what is really bound. */
export default function KeyboardSheet({ keys, onClose }: { keys: readonly KeyBinding[]; onClose: () => void }) {
  const translate = useTranslate()
  return (
    <Panel title={translate('keys.title')} hint={translate('keys.hint')} width={860} onClose={onClose}>
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))' }}>
        {groups.filter((group) => keys.some((key) => key.label && key.group === group)).map((group) => (
          <Box component="section" key={group} aria-label={translate(`keys.group_${group}`)}>
            <Box component="h3" sx={{ typography: 'h2', mb: 1 }}>
              {translate(`keys.group_${group}`)}
            </Box>
            <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 3, rowGap: 1 }}>
              {keys.map(({ keys: pressed, label, group: of }) =>
                label && of === group ? (
                  <Box key={pressed} sx={{ display: 'contents' }}>
                    <dt>
                      <KeyCap keys={pressed} />
                    </dt>
                    <dd>{translate(label)}</dd>
                  </Box>
                ) : null,
              )}
            </Box>
          </Box>
        ))}
      </Box>
      {keys.map(({ keys: pressed, remark }) => (remark ? (
        <Box key={pressed} sx={{ display: 'flex', gap: 1, alignItems: 'center', mt: 2, pt: 2, borderTop: '1px solid', borderColor: 'line' }}>
          <Icon name="flag" size={16} /> <KeyCap keys={pressed} /> {translate(remark)}
        </Box>
      ) : null))}
    </Panel>
  )
}
