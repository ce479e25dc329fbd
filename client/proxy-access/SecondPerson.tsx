import { useTranslate } from 'ra-core'
import { rolesThatMay } from '#domain/actions.ts'
import { Note } from '#client/ui/Note.tsx'

/** One person alone does not do this: who agrees, or, for a role that only agrees, who asks. */
export function SecondPerson({ mayAsk }: { mayAsk: boolean }) {
  const translate = useTranslate()
  const who = rolesThatMay('proxy.grant-disputed').map((role) => translate(`roles.${role}`)).join(', ')
  return (
    <Note icon="people" tone="due" live>
      {translate(mayAsk ? 'access.two_needed' : 'access.two_not_you', { who })}
    </Note>
  )
}
