import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useNotify, useTranslate } from 'ra-core'
import { useState, type FormEvent } from 'react'
import type { ActAnswer, ResultAnswer } from '#domain/contracts/results.ts'
import type { HoldGround } from '#domain/release/grounds.ts'
import { actCommand, touched } from '#client/results/acts.ts'
import { EndFields } from '#client/results/EndFields.tsx'
import { GroundList } from '#client/results/GroundList.tsx'
import { firstEnd, groundsFor, instantAt, recipientsOf } from '#client/results/hold-form.ts'
import { HoldRecipients } from '#client/results/HoldRecipients.tsx'
import { usePreview } from '#client/results/use-results.ts'
import { WithHold } from '#client/results/WithHold.tsx'
import { CommandFault } from '#client/layout/CommandFault.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { Born } from '#client/ui/Born.tsx'
import { WordsField } from '#client/ui/Field.tsx'
import { momentText } from '#client/ui/format.ts'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { useKeys } from '#client/ui/keys.ts'
import { Panel } from '#client/ui/Panel.tsx'
import { usePracticeTime } from '#client/ui/practice.ts'
import { serverNow } from '#client/ui/ticking.ts'
import { Waiting } from '#client/ui/Waiting.tsx'
import { isoOf } from '#domain/time.ts'

type HoldPanelProps = { result: ResultAnswer; onDone: () => void; onClose: () => void }

/** From whom, on what ground, what you know, until when: a hold is one decision about one result, and it ends (R68). */
export function HoldPanel({ result, onDone, onClose }: HoldPanelProps) {
  const translate = useTranslate()
  const notify = useNotify()
  const { zone, locale } = usePracticeTime()
  const { data: preview } = usePreview(result.id)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [ground, setGround] = useState<HoldGround | null>(null)
  const [words, setWords] = useState('')
  const [end, setEnd] = useState(() => firstEnd(serverNow(), zone))
  const { run, fault, pending } = useCommand<ActAnswer>()
  const all = preview ? recipientsOf(preview.now) : []
  const from = all.filter(({ key }) => chosen.includes(key)).map((one) => one.from)
  const grounds = groundsFor(result, from)
  const fitting = grounds.find((one) => one.ground === ground && one.fits) ?? null
  const endAt = instantAt(end.on, end.time, zone)
  const [first, ...others] = from
  const missing = !first ? 'results.hold_needs_whom' : !fitting ? 'results.hold_needs_ground' : words.trim().length < 10 ? 'results.hold_needs_words' : endAt === null ? 'results.hold_needs_end' : null
  const submit = async () => {
    if (missing !== null || !first || !fitting || endAt === null || pending) return
    const body = { ...first, others, ground: fitting.ground, endAt: isoOf(endAt), reason: words.trim() }
    if (await run(actCommand(result, 'hold', body), touched)) {
      notify('results.done_held', { type: 'success' })
      onDone()
    }
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void submit()
  }
  useKeys([{ keys: 'ctrl+enter', group: 'act', run: () => void submit() }])
  return (
    <Panel title={translate('results.hold_title')} hint={<>{result.name} · {result.patientName}, <Born birthDate={result.birthDate} age={result.age} /> · {result.portalName}</>} width={920} onClose={onClose}>
      {preview ? (
        <Box component="form" onSubmit={onSubmit} sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: { md: 'minmax(0, 1fr) 264px' } }}>
          <Box sx={{ display: 'grid', gap: 2, alignContent: 'start', minWidth: 0 }}>
            <HoldRecipients recipients={all} chosen={chosen} onChange={setChosen} />
            <GroundList grounds={grounds} chosen={fitting?.ground ?? null} onChoose={setGround} />
            <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { sm: '1fr 1fr' } }}>
              <WordsField label={`3 ${translate('results.hold_words')}`} hint={translate('results.hold_words_hint')} rows={2} value={words} maxLength={500} required onChange={(event) => setWords(event.target.value)} />
              <EndFields label={`4 ${translate('results.hold_ends')}`} end={end} onChange={setEnd} endAt={endAt} longestEndAt={fitting?.longestEndAt ?? null} />
            </Box>
          </Box>
          <WithHold result={result} from={from} />
          <Box sx={{ gridColumn: '1 / -1', display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', borderTop: '1px solid', borderColor: 'line', bgcolor: 'surface', position: 'sticky', bottom: -24, mx: -3, mb: -3, px: 3, py: 1.5, zIndex: 1 }}>
            <Box sx={{ flex: 1, minWidth: 200, typography: 'table', color: 'ink2' }}>{translate('results.hold_foot')}{missing ? <Box sx={{ color: 'due', fontWeight: 500 }}>{translate(missing)}</Box> : null}</Box>
            <Button onClick={onClose}>{translate('ui.leave_it')}</Button>
            <Button type="submit" variant="contained" disabled={pending || missing !== null}>
              {endAt === null ? translate('results.hold_do_plain') : translate('results.hold_do', { at: momentText(endAt, serverNow(), zone, locale) })} <KeyCap keys="ctrl+enter" />
            </Button>
            <Box sx={{ flexBasis: '100%' }}><CommandFault fault={fault} onRetry={() => void submit()} /></Box>
          </Box>
        </Box>
      ) : <Waiting rows={6} />}
    </Panel>
  )
}
