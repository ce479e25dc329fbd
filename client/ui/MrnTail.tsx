import { useTranslate } from 'ra-core'

/** The end of the medical record number; nothing where there is none. */
export function MrnTail({ tail }: { tail: string }) {
  const translate = useTranslate()
  if (tail === '') return null
  return (
    <span>
      {translate('ui.mrn')} <span aria-hidden>···</span>
      {tail}
    </span>
  )
}
