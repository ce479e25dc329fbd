import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { useEffect, type ReactNode } from 'react'
import { unseen } from '#client/ui/unseen.ts'

type PageProps = {
  /** Key of the words for the browser's tab: never a person's name. */
  name: string
  /** The h1; without one the page's name stands there for screen readers alone. */
  title?: ReactNode
  under?: ReactNode
  chips?: ReactNode
  actions?: ReactNode
  tabs?: ReactNode
  /** Panes scroll inside and fill the height that is left. */
  panes?: boolean
  /** Nothing between the content and the edges of the screen. */
  flush?: boolean
  children: ReactNode
}

/** One screen: its h1, what may be done with it, its tabs, its content. */
export function Page({ name, title, under, chips, actions, tabs, panes = false, flush = false, children }: PageProps) {
  const translate = useTranslate()
  const words = translate(name)
  useEffect(() => {
    document.title = `${words} · Portal Desk`
  }, [words])
  const px = { xs: 2, sm: 3 }
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', minHeight: '100%', ...(panes ? { height: flush ? '100%' : { md: '100%' } } : {}) }}>
      {title === undefined ? (
        <Box component="h1" sx={unseen}>
          {words}
        </Box>
      ) : (
        <Box
          component="header"
          sx={{
            px,
            pt: 2,
            pb: tabs ? 0 : 1,
            ...(tabs ? { bgcolor: 'surface', borderBottom: '1px solid', borderColor: 'line' } : {}),
          }}
        >
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, justifyContent: 'space-between', alignItems: 'start' }}>
            <Box sx={{ minWidth: 0 }}>
              <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
                <Box component="h1">{title}</Box>
                {chips}
              </Box>
              {under ? <Box sx={{ color: 'ink2', mt: 0.5 }}>{under}</Box> : null}
            </Box>
            {actions ? <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>{actions}</Box> : null}
          </Box>
          {tabs}
        </Box>
      )}
      <Box sx={{ ...(flush ? {} : { px, py: 2 }), flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', gap: 2 }}>{children}</Box>
    </Box>
  )
}
