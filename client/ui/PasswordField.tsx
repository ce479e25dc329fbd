import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { useState, type ComponentProps } from 'react'
import { Field } from '#client/ui/Field.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'

/** A password field with an eye: what is typed can be looked at before it is sent. */
export function PasswordField(field: ComponentProps<typeof Field>) {
  const translate = useTranslate()
  const [seen, setSeen] = useState(false)
  return (
    <Box sx={{ position: 'relative' }}>
      <Field {...field} type={seen ? 'text' : 'password'} style={{ paddingInlineEnd: 44 }} />
      <Box sx={{ position: 'absolute', insetInlineEnd: 4, top: 28 }}>
        <IconButton
          type="button"
          aria-label={translate('auth.show_password')}
          aria-pressed={seen}
          onClick={() => setSeen(!seen)}
        >
          <Icon name="eye" />
        </IconButton>
      </Box>
    </Box>
  )
}
