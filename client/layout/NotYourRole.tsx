import { useLocale, useTranslate } from 'ra-core'
import { Card } from '#client/ui/Card.tsx'
import { Refusal } from '#client/ui/Refusal.tsx'
import { rolesThatMay, type Action } from '#domain/actions.ts'
import { refusalOf } from '#domain/reasons.ts'

/** A part of a screen that another role reads: says so, and who can, without asking the server. */
export function NotYourRole({ action }: { action: Action }) {
  const translate = useTranslate()
  const language = useLocale() === 'es' ? 'es' : 'en'
  const who = rolesThatMay(action)
    .map((role) => translate(`roles.${role}`))
    .join(', ')
  return (
    <Card flush>
      <Refusal refusal={refusalOf('ROLE_MAY_NOT', language, { who })} />
    </Card>
  )
}
