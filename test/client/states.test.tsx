import { act, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { DecisionButton } from '#client/ui/DecisionButton.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { Refused, Unreachable, type Problem } from '#client/ui/refused.ts'
import { RestrictedChart, type ChartReason } from '#client/ui/RestrictedChart.tsx'
import { SHOWN_AFTER, Waiting } from '#client/ui/Waiting.tsx'
import { allow, deny } from '#domain/decision.ts'
import { renderConsole } from '#test/client/support/render-console.tsx'

afterEach(() => {
  vi.useRealTimers()
})

const refused = (status: number, more: Partial<Problem> = {}) =>
  new Refused({
    status, code: 'INVITATION_SENT_RECENTLY', message: 'Sent 4 minutes ago, wait 6 more', next: 'A new code would stop the one on its way.',
    rule: 'R2', requestId: '4f20c7aa11', ...more,
  })

test('a quick answer never flickers: loading is shown after 300 ms only', () => {
  vi.useFakeTimers()
  renderConsole(<Waiting />)
  act(() => void vi.advanceTimersByTime(SHOWN_AFTER - 1))
  expect(screen.queryByRole('status')).toBeNull()
  act(() => void vi.advanceTimersByTime(1))
  expect(screen.getByRole('status', { name: 'Loading' })).toBeTruthy()
})

test('a refusal says what is so, the next step, the rule, and a sentence to say aloud', () => {
  renderConsole(<Failure error={refused(409, { say: 'It is on its way.' })} onRetry={vi.fn<() => void>()} />)
  for (const part of ['Sent 4 minutes ago, wait 6 more', 'A new code would stop the one on its way.', 'Rule R2', '“It is on its way.”']) {
    expect(screen.getByText(part)).toBeTruthy()
  }
})

test('a fault of the server says that nothing was changed, and gives a number to tell', async () => {
  const again = vi.fn<() => void>()
  const { user } = renderConsole(<Failure error={refused(500)} onRetry={again} />)
  expect(screen.getByText('That did not work, and nothing was changed')).toBeTruthy()
  expect(screen.getByText('4F20C7AA1')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(again).toHaveBeenCalledOnce()
})

test('without a line the screen tries again by itself', () => {
  vi.useFakeTimers()
  const again = vi.fn<() => void>()
  renderConsole(<Failure error={new Unreachable()} onRetry={again} />)
  expect(screen.getByText('You can read what is open. Writing waits; nothing is lost.')).toBeTruthy()
  act(() => void vi.advanceTimersByTime(8_000))
  expect(again).toHaveBeenCalledOnce()
})

test('a refused button keeps its place, takes the focus, says why and does nothing', async () => {
  const press = vi.fn<() => void>()
  const { user } = renderConsole(<DecisionButton decision={deny('OWN_REQUEST')} onClick={press}>Approve</DecisionButton>)
  await user.tab()
  const button = screen.getByRole('button', { name: 'Approve' })
  expect(document.activeElement).toBe(button)
  expect(button.getAttribute('aria-disabled')).toBe('true')
  expect(screen.getByRole('status').textContent).toContain('You asked for this; a second person decides.')
  await user.keyboard('{Enter}')
  expect(press).not.toHaveBeenCalled()
})

test('an allowed button acts', async () => {
  const press = vi.fn<() => void>()
  const { user } = renderConsole(<DecisionButton decision={allow} onClick={press}>Approve</DecisionButton>)
  await user.click(screen.getByRole('button', { name: 'Approve' }))
  expect(press).toHaveBeenCalledOnce()
})

test('a restricted chart does not open on "other" without words', async () => {
  const open = vi.fn<(reason: ChartReason) => void>()
  const { user } = renderConsole(<RestrictedChart onOpen={open} onLeave={vi.fn<() => void>()} />)
  await user.click(screen.getByRole('radio', { name: 'Other, in words' }))
  await user.click(screen.getByRole('button', { name: 'Open' }))
  expect(open).not.toHaveBeenCalled()
  await user.type(screen.getByLabelText('In a few words'), 'question about a bill')
  await user.click(screen.getByRole('button', { name: 'Open' }))
  expect(open).toHaveBeenCalledWith({ kind: 'other', words: 'question about a bill' })
})
