import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { ResultAnswer } from '#domain/contracts/results.ts'
import { Card } from '#client/ui/Card.tsx'

/** What kind of result it is taken for, and on what evidence; what could not be told from its codes. */
export function EvidenceCard({ result }: { result: ResultAnswer }) {
  const translate = useTranslate()
  const { evidence, doubts, categories, clockedClasses } = result
  return (
    <Card title={translate('results.kind_title')} aside={categories.map((one) => translate(`results.category.${one}`)).join(', ')}>
      <Box component="ul" sx={{ display: 'grid', gap: 0.5, typography: 'table' }}>
        {evidence.map((one) => (
          <li key={`${one.category} ${one.by} ${one.what}`}>
            <strong>{translate(`results.category.${one.category}`)}</strong>: {translate(`results.by.${one.by}`)} “{one.what}”
            {one.sources.length > 0 ? <Box component="span" sx={{ color: 'ink2' }}> ({one.sources.join(', ')})</Box> : null}
          </li>
        ))}
        {doubts.map((one) => <Box key={one} component="li" sx={{ color: 'due', fontWeight: 500 }}>{translate(`results.doubt.${one}`)}</Box>)}
        {clockedClasses.map((one) => <li key={one}>{translate('results.clocked', { what: translate(`results.clocked_class.${one}`) })}</li>)}
        {evidence.length + doubts.length === 0 ? <li>{translate('results.kind_ordinary')}</li> : null}
      </Box>
    </Card>
  )
}
