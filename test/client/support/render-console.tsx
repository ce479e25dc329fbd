import { ThemeProvider } from '@mui/material/styles'
import { QueryClient } from '@tanstack/react-query'
import { configure, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { CoreAdminContext, memoryStore, TestMemoryRouter, useLocation, useRouterProvider } from 'ra-core'
import type { ReactNode } from 'react'

import { afterEach } from 'vitest'
import { authProvider } from '#client/layout/auth-provider.ts'
import { dataProvider } from '#client/layout/data-provider.ts'
import { bringRoomWords, i18nProvider } from '#client/layout/i18n-provider.ts'
import { PersonActsProvider } from '#client/layout/PersonActsProvider.tsx'
import { leave, takeAnswer } from '#client/layout/session.ts'
import { theme } from '#client/layout/theme.ts'
import type { SessionAnswer } from '#domain/contracts/session.ts'

/** Parts of rooms are shown here without the door that brings their words. */
await bringRoomWords()

/** Dialogs and screens come when they are opened; on a busy machine that takes longer than a second. */
configure({ asyncUtilTimeout: 10_000 })

function Place() {
  return <span data-testid="place">{useLocation().pathname}</span>
}

/** Renders a part of the console as the app does: its providers, its words, somebody signed in, an address. */
export function renderConsole(part: ReactNode, given: { session?: SessionAnswer; at?: string } = {}) {
  if (given.session) takeAnswer(given.session)
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const shown = render(
    <ThemeProvider theme={theme} storageManager={null}>
      <TestMemoryRouter initialEntries={[given.at ?? '/']}>
        <CoreAdminContext
          authProvider={authProvider}
          dataProvider={dataProvider}
          i18nProvider={i18nProvider}
          queryClient={queryClient}
          store={memoryStore()}
        >
          <PersonActsProvider>{part}</PersonActsProvider>
          <Place />
        </CoreAdminContext>
      </TestMemoryRouter>
    </ThemeProvider>,
  )
  return { ...shown, queryClient, user: userEvent.setup(), place: () => screen.getByTestId('place').textContent }
}

function AtRoute({ path, page }: { path: string; page: ReactNode }) {
  const { Routes, Route } = useRouterProvider()
  return (
    <Routes>
      <Route path={path} element={page} />
      <Route path="*" element={null} />
    </Routes>
  )
}

/** A page under its own address, so that it finds its parameters there. */
export function inRoute(path: string, page: ReactNode) {
  return <AtRoute path={path} page={page} />
}

afterEach(() => leave(null))
