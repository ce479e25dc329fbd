import { useTranslate } from 'ra-core'
import { useRef, useState } from 'react'
import type { EnrollmentAnswer } from '#domain/contracts/enrollment.ts'
import type { WayOut } from '#domain/enrollment/words.ts'
import { firstChoice, firstExplained, firstWay, isSame, isWhole, typedKind, waysFor, type ContactChoice, type Explained } from '#client/enroll/contact-choice.ts'
import { useContactCheck } from '#client/enroll/use-contact-check.ts'
import type { DraftCommand } from '#client/enroll/use-enrollment.ts'

type Asked = { draft: EnrollmentAnswer; command: DraftCommand; onDone: () => void; onLater: () => void }

/** The state of the contact step: what is chosen, what is typed, what is explained, and what is missing. */
export function useContactStep({ draft, command, onDone, onLater }: Asked) {
  const translate = useTranslate()
  const check = useContactCheck(draft.id)
  const [choice, setChoice] = useState<ContactChoice>(() => firstChoice(draft.onFile))
  const [typed, setTyped] = useState({ email: '', phone: '' })
  const [explained, setExplained] = useState<Explained | null>(() => firstExplained(draft.onFile))
  const [refused, setRefused] = useState<Explained | null>(null)
  const usable = draft.onFile.filter((one) => one.check.usable)
  const [opened, setOpened] = useState(usable.length === 0)
  const passed = useRef('')
  const ways: readonly WayOut[] = opened ? waysFor(explained?.check ?? null) : []
  const kind = choice.on === 'way' ? typedKind[choice.way] : undefined
  const lacks = kind && !isWhole(kind, typed[kind]) ? translate(`enroll.lacks_${kind}`) : null

  /** Whether what is typed may be used; what may not is explained, and the first way that works opens. */
  const passes = async (of: 'email' | 'phone'): Promise<boolean> => {
    const text = typed[of].trim()
    if (!isWhole(of, text)) return false
    if (passed.current === text) return true
    const said = await check.ask(of, text)
    if (said === null) return false
    if (said.usable) {
      passed.current = text
      return true
    }
    const found = { key: 'typed', text, kind: of, check: said }
    setExplained(found)
    setRefused(found)
    setTyped((now) => ({ ...now, [of]: '' }))
    setChoice((now) => (now.on === 'way' && typedKind[now.way] === of ? { on: 'way', way: firstWay(said) } : now))
    return false
  }
  const settle = async (way: 'email' | 'mobile' | 'typed-by-patient' | 'no-own-contact', contactId: string | null) => {
    if (await command.act('settle-contact', { way, contactId })) onDone()
  }
  const submit = async () => {
    if (lacks !== null) return
    if (choice.on === 'file') {
      const isEmail = draft.onFile.find(({ contactId }) => contactId === choice.contactId)?.kind === 'email'
      return settle(isEmail ? 'email' : 'mobile', choice.contactId)
    }
    if (choice.way === 'not-today') return onLater()
    if (choice.way !== 'email' && choice.way !== 'mobile') return settle(choice.way, null)
    const of = choice.way === 'email' ? 'email' : 'phone'
    if (!(await passes(of))) return
    if (await command.act('add-contact', { kind: of, value: typed[of].trim(), replaces: null, reason: translate('enroll.contact_reason') }, 'contact.change')) onDone()
  }
  return {
    choice, setChoice, typed, setTyped, explained, setExplained, refused, usable, ways, lacks, passes, submit, fault: check.fault,
    opened, open: () => {
      setOpened(true)
      setChoice({ on: 'way', way: firstWay(null) })
    },
    isChosen: (one: ContactChoice) => isSame(one, choice),
  }
}
