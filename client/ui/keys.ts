import { createContext, use, useLayoutEffect, useRef } from 'react'

/** One key of a screen: how it is pressed, what it does in words for the keyboard sheet, and the act. */
export type KeyBinding = {
  /** `j`, `g h` (one after the other), `ctrl+k`, `alt+l`, `ctrl+enter`, `?`, `space`, `shift+e` (a capital letter). */
  keys: string
  group: 'move' | 'act' | 'everywhere'
  /** Key of the sentence in the catalogue; without one the sheet leaves the key out. */
  label?: string
  /** Key of a sentence under the sheet: what this key does not do. */
  remark?: string
  run: () => void
}

/** Whether letters without Ctrl or Alt do anything (WCAG 2.1.4: they can be switched off in Account). */
export const KeySettings = createContext<{ singleKeys: boolean }>({ singleKeys: true })

type Layer = { bindings: readonly KeyBinding[]; modal: boolean; singleKeys: boolean }
const layers: { current: Layer }[] = []
let begun = { key: '', at: 0 }
/** How long the second key of a jump (`g` then a letter) is waited for, in milliseconds. */
const SECOND_KEY_WITHIN = 1_500

/** The keys that work now, the top layer first: what the keyboard sheet prints. */
export function activeKeys(): KeyBinding[] {
  const seen = new Map<string, KeyBinding>()
  for (const { current } of layers.toReversed()) {
    for (const binding of current.bindings) if (!seen.has(binding.keys)) seen.set(binding.keys, binding)
  }
  return [...seen.values()]
}

/** What is printed on a cap for one key that is not drawn. */
export function capOf(key: string): string {
  return key === 'escape' ? 'Esc' : key.charAt(0).toUpperCase() + key.slice(1)
}

function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type)
}

function pressed(event: KeyboardEvent): string {
  const name = event.key === ' ' ? 'space' : event.key.toLowerCase()
  return `${event.ctrlKey || event.metaKey ? 'ctrl+' : ''}${event.altKey ? 'alt+' : ''}${name}`
}

function listen(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  const chord = pressed(event)
  const bare = !chord.includes('+') || chord === '+'
  const capital = bare && event.shiftKey && /^\p{Lu}$/u.test(event.key) ? `shift+${chord}` : null
  const typing = isTextField(event.target)
  if (typing && chord === 'escape') return void (event.target as HTMLElement).blur()
  if (typing && bare) return
  const waiting = begun.key !== '' && event.timeStamp - begun.at < SECOND_KEY_WITHIN
  const sequence = waiting ? `${begun.key} ${chord}` : chord
  begun = { key: '', at: 0 }
  for (const { current } of layers.toReversed()) {
    const usable = current.bindings.filter((one) => current.singleKeys || !bare || chord.length > 1 || /^(ctrl|alt)\+/.test(one.keys))
    const found = usable.find((one) => one.keys === capital) ?? usable.find((one) => one.keys === sequence) ?? usable.find((one) => one.keys === chord)
    if (found) {
      event.preventDefault()
      return found.run()
    }
    if (usable.some((one) => one.keys.startsWith(`${chord} `))) {
      begun = { key: chord, at: event.timeStamp }
      return
    }
    if (current.modal) return
  }
}

/** Gives a screen its keys while it is mounted; a modal layer silences the ones beneath it. */
export function useKeys(bindings: readonly KeyBinding[], modal = false): void {
  const { singleKeys } = use(KeySettings)
  const layer = useRef<Layer>({ bindings, modal, singleKeys })
  // Before paint: a key works as soon as the control that shows it can be seen.
  useLayoutEffect(() => {
    layer.current = { bindings, modal, singleKeys }
  })
  useLayoutEffect(() => {
    const mine = layer
    if (layers.length === 0) window.addEventListener('keydown', listen)
    layers.push(mine)
    return () => {
      layers.splice(layers.indexOf(mine), 1)
      if (layers.length === 0) window.removeEventListener('keydown', listen)
    }
  }, [])
}
