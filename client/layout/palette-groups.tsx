import Box from '@mui/material/Box'
import type { TranslateFunction } from 'ra-core'
import { rolesThatMay, type Action, type Cell } from '#domain/actions.ts'
import { commands, patientCommands, type PaletteCommand } from '#client/layout/commands.ts'
import { mayOpen } from '#client/layout/menu.ts'
import type { PersonActs } from '#client/layout/person-acts.ts'
import type { Found } from '#client/layout/use-patient-search.ts'
import type { PaletteGroup, PaletteItem } from '#client/ui/CommandPalette.tsx'
import { folded } from '#client/ui/folded.ts'
import { Highlight } from '#client/ui/Highlight.tsx'
import { Identity } from '#client/ui/Identity.tsx'
import { LookAlikeMark } from '#client/ui/LookAlikeMark.tsx'
import { Matched } from '#client/ui/Matched.tsx'
import { PortalState } from '#client/ui/PortalState.tsx'
import type { PatientRow } from '#domain/contracts/patients.ts'

type Asked = {
  text: string
  found: Found
  persons: PersonActs
  /** Puts other text into the box. */
  put: (text: string) => void
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
  const { text, found, persons, put, chosen, may, waiting, translate, go, act } = asked
  const words = folded(text)
  const meant = commands.filter(({ label }) => folded(translate(label)).includes(words))
  const isIdle = ({ unlessWaiting }: PaletteCommand) => unlessWaiting !== undefined && waiting === 0
  const item = (command: PaletteCommand): PaletteItem => ({
    id: command.id,
    icon: command.icon,
    text: translate(command.label),
    run: () => (command.to ? go(command.to) : act(command.act)),
  })
  const mine = meant.filter(({ needs }) => mayOpen(needs, may))
  const by = chosen ? { typed: text, matched: chosen.matched } : undefined
  const forOne = chosen ? patientCommands : []
  const others = [...forOne, ...(text.length < 2 ? [] : meant)].filter(({ needs }) => !mayOpen(needs, may))
  const groups: PaletteGroup[] = [
    { id: 'patients', title: translate('palette.patients'), items: found.rows.map((row) => personItem(row, asked)) },
    { id: 'meant', title: translate('patients.did_you_mean'), items: found.nearSpellings.map((spelling) => ({ id: spelling, icon: 'search', text: spelling, stays: true, run: () => put(spelling) })) },
    { id: 'need', title: translate('palette.more_to_type'), items: needItems(asked) },
    {
      id: 'for-one',
      title: translate('palette.for_one', { name: chosen?.name ?? '' }),
      items: chosen ? forOne.filter(({ needs }) => mayOpen(needs, may)).map((command) => ({ ...item(command), run: () => persons.open(chosen, by, command.part) })) : [],
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

/** One patient: Enter opens, Ctrl Enter does what the row offers; which identifiers matched, and whether others are called alike. */
function personItem(row: PatientRow, { text, persons, translate }: Asked): PaletteItem {
  const by = { typed: text, matched: row.matched }
  const { nextAction } = row
  return {
    id: row.id,
    icon: 'person',
    text: (
      <>
        <Highlight text={row.name} typed={text} />{' '}
        <Box component="span" sx={{ typography: 'table', color: 'ink2', marginInlineStart: 1 }}>
          <Identity birthDate={row.birthDate} age={row.age} mrnTail={row.mrnTail} />
        </Box>
        <Box component="span" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
          <Matched matched={row.matched} />
          {row.lookAlikeHow ? <LookAlikeMark>{translate(`record.alike.${row.lookAlikeHow}`)}</LookAlikeMark> : null}
        </Box>
      </>
    ),
    aside: <PortalState state={row.portalState} />,
    run: () => persons.open(row, by),
    press: nextAction.act === 'why-not' ? { text: translate('today.why_not'), run: () => persons.whyNot(row, nextAction, by) } : undefined,
  }
}

/** What would have to be typed beside it; of too many people a birth date. */
function needItems({ text, found, put, translate }: Asked): PaletteItem[] {
  const { need, rows } = found
  if (need === null) return []
  const isMany = need === 'birth-date'
  return [{
    id: 'need', icon: isMany ? 'table' : 'search', stays: true, run: () => put(`${text} `),
    text: translate(isMany ? 'ui.too_many.narrow' : `patients.need.${need}`),
    ...(isMany ? { detail: translate('patients.too_many', { shown: rows.length }) } : {}),
  }]
}

function whoCan(needs: readonly Action[], translate: TranslateFunction): string {
  const who = [...new Set(needs.flatMap(rolesThatMay))].map((role) => translate(`roles.${role}`))
  return translate('palette.who_can', { who: who.join(', ') })
}
