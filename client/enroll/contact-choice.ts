import type { ContactCheckAnswer, EnrollmentAnswer } from '#domain/contracts/enrollment.ts'
import type { WayOut } from '#domain/enrollment/words.ts'
import { isMailAddress } from '#domain/contact-policy.ts'
import { phoneKey } from '#domain/reach.ts'

export type OnFile = EnrollmentAnswer['onFile'][number]
/** Where codes and notices shall go: a contact on file, or a way that is to be gone. */
export type ContactChoice = { on: 'file'; contactId: string } | { on: 'way'; way: WayOut }
/** A contact that cannot be used and whose reason is shown: one on file, or what was typed. */
export type Explained = { key: string; text: string; kind: 'email' | 'phone'; check: ContactCheckAnswer }

/** Without a contact that was looked at: what can be done, in the order in which to offer it. */
export const usualWays: readonly WayOut[] = ['email', 'mobile', 'typed-by-patient', 'no-own-contact', 'not-today']
/** Ways for which something is typed at the desk. */
export const typedKind: Partial<Record<WayOut, 'email' | 'phone'>> = { email: 'email', mobile: 'phone' }

/** What is chosen when the step opens: the first usable e-mail, else the first usable number, else the first way that works. */
export function firstChoice(onFile: readonly OnFile[]): ContactChoice {
  const usable = onFile.filter(({ check }) => check.usable)
  const best = usable.find(({ kind }) => kind === 'email') ?? usable[0]
  return best ? { on: 'file', contactId: best.contactId } : { on: 'way', way: firstWay(firstExplained(onFile)?.check ?? null) }
}

/** The contact that has to be explained: an e-mail before a number; none while another one can be used. */
export function firstExplained(onFile: readonly OnFile[]): Explained | null {
  if (onFile.some(({ check }) => check.usable)) return null
  const first = onFile.find(({ kind }) => kind === 'email') ?? onFile[0]
  return first ? explainedOf(first) : null
}

export function explainedOf({ contactId, masked, kind, check }: OnFile): Explained {
  return { key: contactId, text: masked, kind, check }
}

/** The ways that are offered: those that the rule names for what was refused, else the usual ones. */
export function waysFor(check: ContactCheckAnswer | null): readonly WayOut[] {
  return check && !check.usable && check.ways.length > 0 ? check.ways : usualWays
}

/** The way that is open already when they are offered. */
export function firstWay(check: ContactCheckAnswer | null): WayOut {
  return waysFor(check)[0] ?? 'no-own-contact'
}

/** What is typed so far is whole enough to be checked: an address, a number with all its digits. */
export function isWhole(kind: 'email' | 'phone', typed: string): boolean {
  return kind === 'email' ? isMailAddress(typed.trim()) : phoneKey(typed) !== null
}

export function isSame(one: ContactChoice, other: ContactChoice): boolean {
  return one.on === 'file' ? other.on === 'file' && one.contactId === other.contactId : other.on === 'way' && one.way === other.way
}
