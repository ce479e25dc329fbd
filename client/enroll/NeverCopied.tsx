import { useTranslate } from 'ra-core'
import { Note } from '#client/ui/Note.tsx'

/** What is never written down. */
export function NeverCopied() {
  const translate = useTranslate()
  return <Note icon="lock">{translate('enroll.never_copied')}</Note>
}
