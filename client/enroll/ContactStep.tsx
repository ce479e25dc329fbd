import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { EnrollmentAnswer } from '#domain/contracts/enrollment.ts'
import { BackKey } from '#client/enroll/BackKey.tsx'
import { explainedOf, isSame, typedKind, type ContactChoice } from '#client/enroll/contact-choice.ts'
import { ContactRefusal } from '#client/enroll/ContactRefusal.tsx'
import { ContinueButton } from '#client/enroll/ContinueButton.tsx'
import { givenName } from '#client/enroll/given-name.ts'
import { OnFileCard } from '#client/enroll/OnFileCard.tsx'
import { OptionCard } from '#client/enroll/OptionCard.tsx'
import { RefusedContact } from '#client/enroll/RefusedContact.tsx'
import { SayToPatient } from '#client/enroll/SayToPatient.tsx'
import { StepCard } from '#client/enroll/StepCard.tsx'
import { useContactStep } from '#client/enroll/use-contact-step.ts'
import type { DraftCommand } from '#client/enroll/use-enrollment.ts'
import { WayField } from '#client/enroll/WayField.tsx'
import { CommandFault } from '#client/layout/CommandFault.tsx'
import { useKeys } from '#client/ui/keys.ts'

type ContactStepProps = { draft: EnrollmentAnswer; command: DraftCommand; onDone: () => void; onBack: () => void; onLater: () => void }

/** Where codes and notices go: a contact that only the patient reads, or a way that needs none. */
export function ContactStep({ draft, command, onDone, onBack, onLater }: ContactStepProps) {
  const translate = useTranslate()
  const step = useContactStep({ draft, command, onDone, onLater })
  const { choice, explained, refused, usable, ways, typed } = step
  const title = translate('enroll.contact_title', { name: givenName(draft.patient.name) })
  const choices: ContactChoice[] = [...usable.map(({ contactId }) => ({ on: 'file' as const, contactId })), ...ways.map((way) => ({ on: 'way' as const, way }))]
  const capOf = (one: ContactChoice) => {
    const place = choices.findIndex((other) => isSame(other, one))
    return place < 3 ? `alt+${place + 1}` : undefined
  }
  useKeys(choices.slice(0, 3).map((one, place) => ({ keys: `alt+${place + 1}`, group: 'act' as const, label: `enroll.key_way_${place + 1}`, run: () => step.setChoice(one) })))
  const unusable = [...draft.onFile.filter((one) => !one.check.usable).map(explainedOf), ...(refused ? [refused] : [])]
  return (
    <StepCard
      title={title}
      aside={translate('enroll.step_of', { step: 2 })}
      onSubmit={() => void step.submit()}
      bar={
        <>
          <BackKey onBack={onBack} />
          <ContinueButton
            label={translate(choice.on === 'way' && choice.way === 'not-today' ? 'enroll.put_off' : 'enroll.go_on')}
            lacks={step.lacks}
            pending={command.pending}
            onPress={() => void step.submit()}
          />
        </>
      }
    >
      {draft.onFile.length === 0 && !refused ? <SayToPatient what="contact" language={draft.language} /> : null}
      {unusable.map((one) => (
        <Box key={one.key} sx={{ display: 'grid', gap: 1.5 }}>
          <RefusedContact text={one.text} kind={one.kind} explained={one.key === explained?.key} onAsk={() => step.setExplained(one)} />
          {one.key === explained?.key ? <ContactRefusal check={one.check} /> : null}
        </Box>
      ))}
      <Box role="radiogroup" aria-label={title} sx={{ display: 'grid', gap: 1 }}>
        {unusable.length > 0 && usable.length === 0 ? <Box sx={{ typography: 'table', color: 'ink2' }}>{translate('enroll.instead')}</Box> : null}
        {usable.map((contact) => {
          const one = { on: 'file' as const, contactId: contact.contactId }
          return <OnFileCard key={contact.contactId} contact={contact} chosen={step.isChosen(one)} keys={capOf(one)} onChoose={() => step.setChoice(one)} />
        })}
        {step.opened ? null : (
          <OptionCard group="contact" title={translate('enroll.another_way')} hint={translate('enroll.another_way_hint')} chosen={false} onChoose={step.open} />
        )}
        {ways.map((way) => {
          const one = { on: 'way' as const, way }
          const of = typedKind[way]
          return (
            <OptionCard key={way} group="contact" title={translate(`enroll.way.${way}`)} hint={translate(`enroll.way_hint.${way}`)} chosen={step.isChosen(one)} keys={capOf(one)} onChoose={() => step.setChoice(one)}>
              {of ? <WayField kind={of} value={typed[of]} onChange={(value) => step.setTyped({ ...typed, [of]: value })} onLeave={() => void step.passes(of)} /> : null}
            </OptionCard>
          )
        })}
      </Box>
      <CommandFault fault={command.fault ?? step.fault} onRetry={() => void step.submit()} />
    </StepCard>
  )
}
