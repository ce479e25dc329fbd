import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { Centered } from '#client/ui/Centered.tsx'

type TooManyProps = { count: string; typed: string; shown: number; onNarrow: () => void }

/** More match than a list shows: how many, and what would narrow it. */
export function TooMany({ count, typed, shown, onNarrow }: TooManyProps) {
  const translate = useTranslate()
  return (
    <Centered
      icon="table"
      title={translate('ui.too_many.title', { count, typed })}
      text={translate('ui.too_many.text', { shown })}
    >
      <Button variant="contained" onClick={onNarrow}>
        {translate('ui.too_many.narrow')}
      </Button>
    </Centered>
  )
}
