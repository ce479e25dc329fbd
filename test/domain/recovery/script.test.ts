import { expect, test } from 'vitest'
import { scriptFor } from '#domain/recovery/script.ts'
import { callSteps, type ProofMoment, type ScriptScene } from '#domain/recovery/script-scene.ts'
import { callWords } from '#domain/recovery/script-words.ts'
import { TTY_LINE, ttyLines } from '#domain/recovery/tty-lines.ts'
import { callRelays, wayKinds } from '#domain/recovery/words.ts'

const scene = (part: Partial<ScriptScene> = {}): ScriptScene => ({
  step: 'prove', way: 'email-link', proof: 'none', channel: 'call', relay: 'none', language: 'en', portalName: 'MyChart NY/NJ', afterHours: null, isOpen: null,
  socialProviders: [], factsUsedUp: false, limitReached: false, proven: null, end: null, ...part,
})
const moments: ProofMoment[] = ['none', 'sent', 'dialling', 'words', 'waiting', 'failed']

/** Every moment of every call. */
function* everyScene(): Generator<ScriptScene> {
  for (const language of ['en', 'es'] as const)
    for (const channel of ['call', 'desk'] as const)
      for (const step of callSteps)
        for (const way of wayKinds)
          for (const proof of moments)
            for (const relay of callRelays)
              for (const end of step === 'over' ? (['done', 'stopped', 'refused', 'expired'] as const) : [null])
                yield scene({ language, channel, step, way, proof, relay, end })
}

test('the first words on a call are the portal’s own name and a question for facts', () => {
  expect(scriptFor(scene({ step: 'find' }), 'en').sayNow).toBe('This is the MyChart NY/NJ helpline. May I have your name, your birth date and one more thing, like your town?')
})

test('once the person is found, the sentence says that details open nothing and asks for the mailbox on file', () => {
  expect(scriptFor(scene(), 'en').sayNow).toBe('Thank you. Details alone can’t open an account. If there is one, a link goes to the e-mail we already have. Can you read that mailbox now?')
})

test('the words follow the way that is chosen and where its proof stands', () => {
  const said = (part: Partial<ScriptScene>) => scriptFor(scene(part), 'en').sayNow
  expect(said({ proof: 'sent' })).toContain('type your birth date there')
  expect(said({ way: 'call-back' })).toContain('the number we already have')
  expect(said({ way: 'call-back', proof: 'dialling' })).toContain('calling back')
  expect(said({ way: 'call-back', proof: 'words' })).toContain('two words')
  expect(said({ way: 'photo-id' })).toContain('come to any desk')
  expect(said({ way: 'photo-id', channel: 'desk' })).toContain('May I see')
  expect(scriptFor(scene({ way: 'photo-id', channel: 'desk' }), 'en').ifCallerSays[0]?.theySay).toBe('I have no photo ID.')
  expect(scriptFor(scene({ way: 'photo-id' }), 'en').ifCallerSays[0]?.theySay).toBe('I can’t come.')
  expect(said({ way: 'second-person' })).toContain('Somebody else here')
  expect(said({ way: 'second-person', proof: 'waiting' })).toContain('It is with somebody else')
  expect(said({ proof: 'failed' })).toContain('Photo ID')
  expect(said({ proof: 'failed', channel: 'desk' })).toContain('come back with photo ID')
})

test('facts that locate nobody, tried too often, lead to a desk and not to another try', () => {
  const script = scriptFor(scene({ step: 'find', factsUsedUp: true }), 'en')
  expect(script.sayNow).toContain('Photo ID at any desk')
  expect(script.ifCallerSays.map(({ theySay }) => theySay)).toContain('I have no photo ID.')
})

test('a portal whose line is closed gives its own number for after hours, and without one goes on', () => {
  expect(scriptFor(scene({ step: 'find', isOpen: false, afterHours: '1-877-290-2133' }), 'en').sayNow).toContain('1-877-290-2133')
  expect(scriptFor(scene({ step: 'find', isOpen: false }), 'en').sayNow).toContain('helpline')
  expect(scriptFor(scene({ step: 'find', isOpen: false, afterHours: '1-877-290-2133', channel: 'desk' }), 'en').sayNow).not.toContain('closed')
})

test('after the proof, an account of a social provider is sent there; before it, nobody is told', () => {
  const proven = { kind: 'social', provider: 'Google' } as const
  expect(scriptFor(scene({ step: 'act', proven }), 'en').sayNow).toBe('There is no password here to reset; Google keeps it. Please use “forgot password” at Google.')
  expect(scriptFor(scene({ step: 'act', proven }), 'en').ifCallerSays[0]?.theySay).toBe('I can’t get in there either.')
  for (const step of ['find', 'prove'] as const) expect(scriptFor(scene({ step, proven }), 'en').sayNow).toBe(scriptFor(scene({ step }), 'en').sayNow)
})

test('without an account the words before the proof are the same, and after it offer an invitation', () => {
  for (const way of wayKinds) expect(scriptFor(scene({ way, proven: { kind: 'none' } }), 'en')).toEqual(scriptFor(scene({ way }), 'en'))
  expect(scriptFor(scene({ step: 'act', proven: { kind: 'none' } }), 'en').sayNow).toContain('invitation')
  expect(scriptFor(scene({ step: 'act', proven: { kind: 'password' } }), 'en').sayNow).toContain('You choose the new password yourself')
})

test('on a portal with social sign-in, the answer for it stands first whoever calls', () => {
  const { ifCallerSays } = scriptFor(scene({ socialProviders: ['Facebook', 'Google'] }), 'en')
  expect(ifCallerSays[0]?.theySay).toBe('I sign in with Facebook.')
  expect(scriptFor(scene(), 'en').ifCallerSays[0]?.theySay).toBe('I don’t have that e-mail any more.')
})

test('a limit that is reached is not told: somebody else looks at it first', () => {
  expect(scriptFor(scene({ step: 'act', limitReached: true }), 'en').sayNow).toBe(callWords.en.say.secondPerson)
  expect(scriptFor(scene({ step: 'act', limitReached: true, proof: 'waiting' }), 'en').sayNow).toBe(callWords.en.say.secondPersonWaiting)
})

test('the last words depend on how the case ended, and tell nothing of a stop', () => {
  expect(scriptFor(scene({ step: 'over', end: 'done' }), 'en').sayNow).toContain('on its way')
  const stopped = scriptFor(scene({ step: 'over', end: 'stopped' }), 'en')
  expect(stopped).toEqual(scriptFor(scene({ step: 'over', end: 'refused' }), 'en'))
})

test('a caller who speaks Spanish hears Spanish; a desk that reads English sees what it means', () => {
  const script = scriptFor(scene({ language: 'es' }), 'en')
  expect(script.sayNow).toContain('al correo que ya tenemos')
  expect(script.meaning).toContain('the e-mail we already have')
  expect(script.nextSafe).toContain('photo ID')
  expect(scriptFor(scene({ language: 'es' }), 'es').meaning).toBeNull()
})

test('the next safe way is always there: a desk, the link that waits, the approval, the end', () => {
  const next = (part: Partial<ScriptScene>) => scriptFor(scene(part), 'en').nextSafe
  expect(next({})).toBe('photo ID at a desk. Say it before you hang up.')
  expect(next({ channel: 'desk' })).toContain('here at the desk')
  expect(next({ proof: 'sent' })).toContain('link')
  expect(next({ way: 'second-person' })).toContain('stays open')
  expect(next({ step: 'act' })).toContain('end the call')
  expect(next({ step: 'over' })).toContain('new call')
})

test('whoever speaks through a TTY, a relay or an interpreter is told how', () => {
  expect(scriptFor(scene({ relay: 'tty' }), 'en').hint).toContain('GA')
  expect(scriptFor(scene({ relay: 'relay' }), 'en').hint).toContain('operator')
  expect(scriptFor(scene({ relay: 'interpreter' }), 'es').hint).toContain('Intérprete')
  expect(scriptFor(scene(), 'en').hint).toBeNull()
})

test('to a TTY the sentence goes in short lines that end with GA', () => {
  const { lines } = scriptFor(scene({ relay: 'tty' }), 'en')
  expect(lines.at(-1)).toMatch(/GA$/)
  expect(lines.every((line) => line.length <= TTY_LINE)).toBe(true)
  expect(lines.join(' ')).toBe(`${callWords.en.say.link} GA`)
  expect(ttyLines('One. Two three.')).toEqual(['One.', 'Two three. GA'])
  expect(scriptFor(scene(), 'en').lines).toEqual([])
})

test('at every moment of every call: four answers, no empty place, no rule, no word about an account that is there, blocked or asked about by somebody else', () => {
  let seen = 0
  for (const one of everyScene()) {
    const { sayNow, ifCallerSays } = scriptFor(one, 'en')
    expect(ifCallerSays).toHaveLength(4)
    const aloud = [sayNow, ...ifCallerSays.map(({ answer }) => answer)].join(' ')
    expect(aloud).not.toMatch(/[{}]|\b(R|ID-|AZ-)\d|lock|block|suspend|bloque|your account|su cuenta|privacy|privacidad|impost/i)
    expect(sayNow.replace(/^(Thank you|Gracias)\. /, '').match(/[.?](\s|$)/g)?.length).toBeLessThanOrEqual(3)
    seen += 1
  }
  expect(seen).toBeGreaterThan(1_000)
})
