import { useTranslate } from 'ra-core'
import { Field } from '#client/ui/Field.tsx'

type WayFieldProps = { kind: 'email' | 'phone'; value: string; onChange: (value: string) => void; onLeave: () => void }

/** An own e-mail or mobile, typed at the desk; the rule is asked when the field is left. */
export function WayField({ kind, value, onChange, onLeave }: WayFieldProps) {
  const translate = useTranslate()
  return (
    <Field
      label={translate(`enroll.field_${kind}`)}
      type={kind === 'phone' ? 'tel' : 'text'}
      inputMode={kind === 'phone' ? 'tel' : 'email'}
      autoComplete="off"
      spellCheck={false}
      autoFocus
      maxLength={254}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onLeave}
      style={{ maxWidth: 420 }}
    />
  )
}
