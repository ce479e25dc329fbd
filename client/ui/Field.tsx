import Box from '@mui/material/Box'
import { styled } from '@mui/material/styles'
import { useId, type ComponentProps, type ReactNode } from 'react'
import { FieldRefusal } from '#client/ui/FieldRefusal.tsx'

const look = styled('input')(({ theme: { vars } }) => ({
  width: '100%',
  minHeight: 40,
  padding: '8px 10px',
  color: vars.palette.ink,
  backgroundColor: vars.palette.surface,
  border: `1px solid ${vars.palette.line2}`,
  borderRadius: 8,
  '&::placeholder': { color: vars.palette.ink3, opacity: 1 },
  '&[aria-invalid=true]': { border: `2px solid ${vars.palette.late}`, padding: '7px 9px' },
  '@media (pointer: coarse)': { minHeight: 48, fontSize: '1rem' },
}))

/** A bare text box, for places that draw their own label. */
export const TextBox = look
const SelectBox = look.withComponent('select')
const TextArea = look.withComponent('textarea')

type Frame = { label: ReactNode; hint?: ReactNode; refusal?: string | null }

function useFrame({ label, hint, refusal }: Frame) {
  const id = useId()
  const described = [hint ? `${id}-hint` : '', refusal ? `${id}-refusal` : ''].filter(Boolean).join(' ')
  return {
    control: { id, 'aria-invalid': refusal ? true : undefined, 'aria-describedby': described || undefined },
    frame: (control: ReactNode) => (
      <Box sx={{ minWidth: 0 }}>
        <Box component="label" htmlFor={id} sx={{ display: 'block', typography: 'table', color: 'ink2', mb: 0.5 }}>
          {label}
        </Box>
        {control}
        {hint ? (
          <Box id={`${id}-hint`} sx={{ typography: 'small', color: 'ink3', mt: 0.5 }}>
            {hint}
          </Box>
        ) : null}
        {refusal ? <FieldRefusal id={`${id}-refusal`}>{refusal}</FieldRefusal> : null}
      </Box>
    ),
  }
}

/** A labelled text field with its hint and, when it is not accepted, the reason under it. */
export function Field({ label, hint, refusal, ...input }: Frame & ComponentProps<'input'>) {
  const { control, frame } = useFrame({ label, hint, refusal })
  return frame(<TextBox {...control} {...input} />)
}

/** As `Field`, choosing from a short list. */
export function SelectField({ label, hint, refusal, ...select }: Frame & ComponentProps<'select'>) {
  const { control, frame } = useFrame({ label, hint, refusal })
  return frame(<SelectBox {...control} {...select} />)
}

/** As `Field`, for a few words: reasons and notes. */
export function WordsField({ label, hint, refusal, ...area }: Frame & ComponentProps<'textarea'>) {
  const { control, frame } = useFrame({ label, hint, refusal })
  return frame(<TextArea rows={2} {...control} {...area} />)
}
