import { useTranslate } from 'ra-core'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Page } from '#client/layout/Page.tsx'
import { TextLink } from '#client/ui/TextLink.tsx'

/** No screen has this address. */
export function NotFound() {
  const translate = useTranslate()
  return (
    <Page name="shell.no_page">
      <EmptyState kind="nothing-found" title={translate('shell.no_page')} text={translate('shell.no_page_text')}>
        <TextLink to="/">{translate('shell.to_home')}</TextLink>
      </EmptyState>
    </Page>
  )
}
