import { useColorScheme } from '@mui/material/styles'
import { useLocale, useTranslate, type TranslateFunction } from 'ra-core'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { cellFor, rolesThatMay, type Action } from '#domain/actions.ts'
import { lockScreen } from '#client/layout/auth-provider.ts'
import { commands, folded, type PaletteCommand } from '#client/layout/commands.ts'
import { mayOpen } from '#client/layout/menu.ts'
import type { Session } from '#client/layout/session.ts'
import { useKeepPreferences } from '#client/layout/use-preferences.ts'
import { usePatientSearch } from '#client/layout/use-patient-search.ts'
import { useSignOut } from '#client/layout/use-sign-out.ts'
import { useWaiting } from '#client/layout/use-waiting.ts'
import { CommandPalette, type PaletteGroup, type PaletteItem } from '#client/ui/CommandPalette.tsx'
import { Identity } from '#client/ui/Identity.tsx'

/** Patients first, then what this person may do, then what not now, then what another role does. */
export default function Palette({ session, onClose }: { session: Session; onClose: () => void }) {
  const translate = useTranslate()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const waiting = useWaiting()
  const act = useActs()
  const onlyCommands = typed.startsWith('>')
  const text = onlyCommands ? typed.slice(1).trim() : typed.trim()
  const maySearch = session.may['patient.search'] !== '-'
  const people = usePatientSearch(text, maySearch && !onlyCommands, 6)

  const run = (command: PaletteCommand) => () => (command.to ? void navigate(command.to) : act(command.act))
  const item = (command: PaletteCommand, more: Partial<PaletteItem> = {}): PaletteItem => ({
    id: command.id,
    icon: command.icon,
    text: translate(command.label),
    run: run(command),
    ...more,
  })
  const found = commands.filter(({ label }) => folded(translate(label)).includes(folded(text)))
  const mine = found.filter(({ needs }) => mayOpen(needs, session.may))
  const others = text.length < 2 ? [] : found.filter(({ needs }) => !mayOpen(needs, session.may))
  const isIdle = ({ unlessWaiting }: PaletteCommand) => unlessWaiting !== undefined && waiting === 0

  const groups: PaletteGroup[] = [
    {
      id: 'patients',
      title: translate('palette.patients'),
      items: people.rows.map((row) => ({
        id: row.id,
        icon: 'person' as const,
        text: row.name,
        aside: <Identity birthDate={row.birthDate} age={row.age} mrnTail={row.mrnTail} />,
        run: () => void navigate(`/patients/${row.id}`),
      })),
    },
    { id: 'commands', title: translate('palette.commands'), items: mine.filter((one) => !isIdle(one)).map((one) => item(one)) },
    {
      id: 'later',
      title: translate('palette.not_now'),
      items: mine
        .filter(isIdle)
        .map((one) => item(one, { refused: true, icon: 'blocked', detail: translate(one.unlessWaiting ?? '') })),
    },
    {
      id: 'others',
      title: translate('palette.not_your_role'),
      items: others.map((one) => item(one, { refused: true, icon: 'lock', detail: whoCan(one.needs, translate) })),
    },
  ].filter(({ items }) => items.length > 0)

  const news = people.settled ? translate('palette.found', { smart_count: people.rows.length }) : ''
  return <CommandPalette typed={typed} onType={setTyped} groups={groups} news={news} onClose={onClose} />
}

function whoCan(needs: readonly Action[], translate: TranslateFunction): string {
  const roles = new Set(needs.flatMap(rolesThatMay).filter((role) => needs.some((need) => cellFor(need, [role]) !== '-')))
  return translate('palette.who_can', { who: [...roles].map((role) => translate(`roles.${role}`)).join(', ') })
}

function useActs(): (act: PaletteCommand['act']) => void {
  const { pathname } = useLocation()
  const { mode, systemMode } = useColorScheme()
  const { keep } = useKeepPreferences()
  const locale = useLocale()
  const signOut = useSignOut()
  return (act) => {
    if (act === 'lock') void lockScreen(pathname)
    if (act === 'sign-out') signOut()
    if (act === 'theme') void keep({ theme: (mode === 'system' ? systemMode : mode) === 'dark' ? 'light' : 'dark' })
    if (act === 'language') void keep({ language: locale === 'es' ? 'en' : 'es' })
  }
}
