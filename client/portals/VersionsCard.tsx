import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { Card } from '#client/ui/Card.tsx'
import { dateText } from '#client/ui/format.ts'
import { usePracticeTime } from '#client/ui/practice.ts'
import type { PortalAsOf } from '#domain/contracts/portals.ts'

/** Every version of a portal's rules with its first day; versions are added, never changed. */
export function VersionsCard({ portal }: { portal: PortalAsOf }) {
  const translate = useTranslate()
  const { locale } = usePracticeTime()
  return (
    <Card title={translate('portals.versions')} flush>
      <ul>
        {portal.versions.map((version) => {
          const isInForce = version.versionNumber === portal.versionInForce
          return (
            <Box
              component="li"
              key={version.versionNumber}
              aria-current={isInForce ? 'true' : undefined}
              sx={{ px: 2, py: 1.25, borderInlineStart: '3px solid', borderColor: isInForce ? 'accent' : 'transparent' }}
            >
              <Box component="span" sx={{ fontWeight: 500 }}>
                {translate('portals.version_n', { number: version.versionNumber })}
              </Box>
              {isInForce ? ` · ${translate('portals.in_force_now')}` : ''}
              <Box sx={{ typography: 'table', color: 'ink2' }}>
                {version.effectiveFromOn
                  ? translate('portals.from', { date: dateText(version.effectiveFromOn, locale) })
                  : translate('portals.no_start')}
              </Box>
            </Box>
          )
        })}
      </ul>
    </Card>
  )
}
