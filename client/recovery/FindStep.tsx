import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { CallDesk } from '#domain/contracts/recovery.ts'
import { factKinds, type FactKind } from '#domain/recovery/words.ts'
import { fieldRefusal } from '#client/layout/CommandFault.tsx'
import type { CallCommand } from '#client/recovery/use-call.ts'
import type { FactsTyped } from '#client/recovery/ladder-state.ts'
import { Field } from '#client/ui/Field.tsx'
import { Note } from '#client/ui/Note.tsx'
import { StateChip } from '#client/ui/StateChip.tsx'

type FindStepProps = { desk: CallDesk; opens: boolean; typed: FactsTyped; fault: CallCommand['fault']; onType: (typed: FactsTyped) => void }

const dates: readonly FactKind[] = ['birth-date', 'last-visit']

/** What the caller says is typed; the server compares, and answers only whether it locates the person. Nothing on file is shown. */
export function FindStep({ desk, opens, typed, fault, onType }: FindStepProps) {
  const translate = useTranslate()
  const fits = desk.facts.filter((one) => one.fits)
  return (
    <>
      {opens && desk.factsRefusal === null ? (
        <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: { xs: '1fr', sm: 'repeat(2, minmax(0, 1fr))', lg: 'repeat(3, minmax(0, 1fr))' } }}>
          {factKinds.map((kind, place) => (
            <Field
              key={kind}
              data-first={place === 0 ? '' : undefined}
              label={translate(`recovery.fact.${kind}`)}
              type={dates.includes(kind) ? 'date' : 'text'}
              autoComplete="off"
              spellCheck={false}
              maxLength={80}
              value={typed[kind] ?? ''}
              refusal={fieldRefusal(fault, kind)}
              onChange={(event) => onType({ ...typed, [kind]: event.target.value })}
            />
          ))}
        </Box>
      ) : null}
      {!desk.located && desk.facts.length > 0 ? <Note icon="flag" tone="due" live>{desk.factsRefusal?.message ?? translate('recovery.does_not_locate')}</Note> : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, rowGap: 0.75, alignItems: 'center' }}>
        {fits.length > 0 ? (
          <Box component="ul" aria-label={translate('recovery.what_fits')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
            {fits.map(({ kind }) => <li key={kind}><StateChip state="none" icon="tick">{translate(`recovery.fact_short.${kind}`)}</StateChip></li>)}
          </Box>
        ) : null}
        <Box component="span" sx={{ typography: 'table', color: 'ink2' }}>{translate('recovery.facts_find')}</Box>
      </Box>
    </>
  )
}
