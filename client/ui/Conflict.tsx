import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { Centered } from '#client/ui/Centered.tsx'

type ConflictProps = {
  /** Who was first and when, already in words. */
  title: string
  /** What is new, in words; the person's own text is always safe. */
  news: string
  onTake: () => void
  onCompare: () => void
}

/** Somebody was first: nothing typed is lost; take the new record, or compare. */
export function Conflict({ title, news, onTake, onCompare }: ConflictProps) {
  const translate = useTranslate()
  return (
    <Centered icon="people" tone="due" title={title} text={translate('ui.conflict.safe', { news })}>
      <Button variant="contained" onClick={onTake}>
        {translate('ui.conflict.take')}
      </Button>
      <Button onClick={onCompare}>{translate('ui.conflict.compare')}</Button>
    </Centered>
  )
}
