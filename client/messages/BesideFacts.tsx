import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { ReactNode } from 'react'
import type { ThreadAnswer } from '#domain/contracts/messages.ts'
import { Icon } from '#client/ui/Icon.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { TextLink } from '#client/ui/TextLink.tsx'
import type { IconName } from '#client/ui/icon-paths.ts'
import { usePracticeTime } from '#client/ui/practice.ts'

/** What one should know of the person while answering: portal, language, phone, who else reads, what was written before. */
export function BesideFacts({ thread }: { thread: ThreadAnswer }) {
  const translate = useTranslate()
  const { locale } = usePracticeTime()
  const { context, row, topic, recipient } = thread
  const language = context.language ? languageName(context.language, locale) : translate('messages.language_unknown')
  const readers = context.proxies.filter(({ readsThis }) => readsThis)
  return (
    <Box component="ul" sx={{ display: 'grid', gap: 1 }}>
      <Fact icon="door">{row.portalName}: {translate(`patients.portal_state.${context.portalState}`, { _: context.portalState })}</Fact>
      <Fact icon="globe">{translate('messages.speaks', { language })}</Fact>
      <Fact icon="phone">{context.phoneTail ? translate('messages.phone_tail', { tail: context.phoneTail }) : translate('messages.no_phone')}</Fact>
      <Fact icon="family">
        {context.proxies.length === 0 ? translate('messages.no_proxy') : readers.length === 0 ? translate('messages.no_proxy_reads') : readers.map(({ name, relationship }) => `${name} (${translate(`access.relationship.${relationship}`, { _: relationship })}) ${translate('messages.reads_this')}`).join(', ')}
      </Fact>
      {context.openResults === null ? null : <Fact icon="flask">{translate('messages.open_results', { smart_count: context.openResults })}</Fact>}
      <Fact icon="inbox">{translate(`messages.topic.${topic}`)} · {translate(`messages.recipient.${recipient}`)}</Fact>
      {context.earlierThreads.map(({ id, subject, lastMessageAt, state }) => (
        <Fact key={id} icon="chat">
          <TextLink to={`/messages/${id}`}>{subject}</TextLink>
          <Box component="span" sx={{ display: 'block', typography: 'table', color: 'ink2' }}><Moment at={lastMessageAt} /> · {translate(`messages.thread_state.${state}`)}</Box>
        </Fact>
      ))}
    </Box>
  )
}

function Fact({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.25 }}>
      <Box component="span" sx={{ color: 'ink2', display: 'inline-flex', pt: 0.125 }}><Icon name={icon} size={16} /></Box>
      <Box component="span" sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>{children}</Box>
    </Box>
  )
}

/** The name of a language as one reads it here. */
function languageName(tag: string, locale: string): string {
  const base = tag.split('-')[0] ?? tag
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(base) ?? tag
  } catch {
    return tag
  }
}
