import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { activeKeys, KeySettings, useKeys, type KeyBinding } from '#client/ui/keys.ts'

function Keys({ bindings, modal = false }: { bindings: KeyBinding[]; modal?: boolean }) {
  useKeys(bindings, modal)
  return null
}

const bound = (keys: string, run: () => void): KeyBinding => ({ keys, group: 'act', label: 'keys.send', run })

test('a letter works on the screen and not while somebody types', async () => {
  const claim = vi.fn<() => void>()
  render(<><Keys bindings={[bound('c', claim)]} /><input aria-label="note" /></>)
  const user = userEvent.setup()
  await user.type(screen.getByLabelText('note'), 'c')
  expect(claim).not.toHaveBeenCalled()
  await user.keyboard('{Escape}')
  expect(document.activeElement).toBe(document.body)
  await user.keyboard('c')
  expect(claim).toHaveBeenCalledOnce()
})

test('Ctrl Enter works from inside a text field', async () => {
  const send = vi.fn<() => void>()
  render(<><Keys bindings={[bound('ctrl+enter', send)]} /><textarea aria-label="note" /></>)
  const user = userEvent.setup()
  await user.click(screen.getByLabelText('note'))
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(send).toHaveBeenCalledOnce()
})

test('G then a letter jumps, and the letter alone keeps its own meaning', async () => {
  const home = vi.fn<() => void>()
  const hold = vi.fn<() => void>()
  render(<Keys bindings={[bound('g h', home), bound('h', hold)]} />)
  const user = userEvent.setup()
  await user.keyboard('gh')
  await user.keyboard('h')
  expect([home.mock.calls.length, hold.mock.calls.length]).toEqual([1, 1])
})

test('somebody who switched letters off keeps the keys with Ctrl and Alt', async () => {
  const claim = vi.fn<() => void>()
  const lock = vi.fn<() => void>()
  render(
    <KeySettings value={{ singleKeys: false }}>
      <Keys bindings={[bound('c', claim), bound('g h', claim), bound('?', claim), bound('alt+l', lock)]} />
    </KeySettings>,
  )
  const user = userEvent.setup()
  await user.keyboard('cgh?{Alt>}l{/Alt}')
  expect([claim.mock.calls.length, lock.mock.calls.length]).toEqual([0, 1])
})

test('an open dialog silences the keys of the screen beneath it', async () => {
  const beneath = vi.fn<() => void>()
  const inside = vi.fn<() => void>()
  const { rerender } = render(<><Keys bindings={[bound('c', beneath)]} /><Keys modal bindings={[bound('x', inside)]} /></>)
  const user = userEvent.setup()
  await user.keyboard('cx')
  expect([beneath.mock.calls.length, inside.mock.calls.length]).toEqual([0, 1])
  rerender(<Keys bindings={[bound('c', beneath)]} />)
  await user.keyboard('c')
  expect(beneath).toHaveBeenCalledOnce()
})

test('the keyboard sheet is told exactly the keys that work', () => {
  const { unmount } = render(<Keys bindings={[bound('c', vi.fn<() => void>()), bound('ctrl+k', vi.fn<() => void>())]} />)
  expect(activeKeys().map(({ keys }) => keys)).toEqual(['c', 'ctrl+k'])
  unmount()
  expect(activeKeys()).toEqual([])
})
