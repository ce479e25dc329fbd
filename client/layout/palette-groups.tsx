import Box from '@mui/material/Box'
import type { TranslateFunction } from 'ra-core'
import { rolesThatMay, type Action, type Cell } from '#domain/actions.ts'
import { commands, patientCommands, type PaletteCommand } from '#client/layout/commands.ts'
import { mayOpen } from '#client/layout/menu.ts'
import type { PaletteGroup, PaletteItem } from '#client/ui/CommandPalette.tsx'
import { folded } from '#client/ui/folded.ts'
import { Highlight } from '#client/ui/Highlight.tsx'
import { Identity } from '#client/ui/Identity.tsx'
import type { PatientRow } from '#domain/contracts/patients.ts'

type Asked = {
  text: string
  people: readonly PatientRow[]
  /** The person whose commands are shown. */
  chosen: PatientRow | null
  may: Record<Action, Cell>
  /** How many requests wait for this person. */
  waiting: number
  translate: TranslateFunction
  go: (to: string) => void
  act: (act: PaletteCommand['act']) => void
}

/** The palette's groups in their order: patients, for the chosen one, commands, not now, not for your role. */
export function paletteGroups(asked: Asked): PaletteGroup[] {
  const { text, people, chosen, may, waiting, translate, go, act } = asked
  const words = folded(text)
  const found = commands.filter(({ label }) => folded(translate(label)).includes(words))
  const isIdle = ({ unlessWaiting }: PaletteCommand) => unlessWaiting !== undefined && waiting === 0
  const item = (command: PaletteCommand): PaletteItem => ({
    id: command.id,
    icon: command.icon,
    text: translate(command.label),
    run: () => (command.to ? go(command.to) : act(command.act)),
  })
  const mine = found.filter(({ needs }) => mayOpen(needs, may))
  const forOne = chosen ? patientCommands.map((command) => ({ ...command, to: `/patients/${chosen.id}${command.part}` })) : []
  const others = [...forOne, ...(text.length < 2 ? [] : found)].filter(({ needs }) => !mayOpen(needs, may))
  const groups: PaletteGroup[] = [
    { id: 'patients', title: translate('palette.patients'), items: people.map((row) => personItem(row, text, go)) },
    {
      id: 'for-one',
      title: translate('palette.for_one', { name: chosen?.name ?? '' }),
      items: forOne.filter(({ needs }) => mayOpen(needs, may)).map(item),
    },
    { id: 'commands', title: translate('palette.commands'), items: mine.filter((command) => !isIdle(command)).map(item) },
    {
      id: 'later',
      title: translate('palette.not_now'),
      items: mine
        .filter(isIdle)
        .map((command) => ({ ...item(command), refused: true, icon: 'blocked', detail: translate(command.unlessWaiting ?? '') })),
    },
    {
      id: 'others',
      title: translate('palette.not_your_role'),
      items: others.map((command) => ({ ...item(command), refused: true, icon: 'lock', detail: whoCan(command.needs, translate) })),
    },
  ]
  return groups.filter(({ items }) => items.length > 0)
}

function personItem(row: PatientRow, text: string, go: Asked['go']): PaletteItem {
  return {
    id: row.id,
    icon: 'person',
    text: (
      <>
        <Highlight text={row.name} typed={text} />{' '}
        <Box component="span" sx={{ typography: 'table', color: 'ink2', marginInlineStart: 1 }}>
          <Identity birthDate={row.birthDate} age={row.age} mrnTail={row.mrnTail} />
        </Box>
      </>
    ),
    run: () => go(`/patients/${row.id}`),
  }
}

function whoCan(needs: readonly Action[], translate: TranslateFunction): string {
  const who = [...new Set(needs.flatMap(rolesThatMay))].map((role) => translate(`roles.${role}`))
  return translate('palette.who_can', { who: who.join(', ') })
}
