import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Rows } from '#client/ui/Rows.tsx'
import { renderConsole } from '#test/client/support/render-console.tsx'

const people = ['Angele Greenfelder', 'Donnell Green', 'Cameron Greenfelder']
const table = (
  <>
    <button type="button">before</button>
    <Rows
      label="Patients"
      rows={people}
      rowKey={(name) => name}
      columns={[{ key: 'name', heading: 'today.who', cell: (name) => name }]}
      to={(name) => `/patients/${name.split(' ')[0]}`}
    />
    <button type="button">after</button>
  </>
)
const focused = () => document.activeElement?.textContent

test('a list is one stop of the Tab key, arrows move in it and Enter opens', async () => {
  const { user, place } = renderConsole(table)
  await user.tab()
  await user.tab()
  expect(focused()).toBe('Angele Greenfelder')
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}')
  expect(focused()).toBe('Cameron Greenfelder')
  await user.keyboard('{Home}')
  expect(focused()).toBe('Angele Greenfelder')
  await user.tab()
  expect(focused()).toBe('after')
  await user.tab({ shift: true })
  expect(focused()).toBe('Angele Greenfelder')
  await user.keyboard('{End}')
  await user.keyboard('{Enter}')
  expect(place()).toBe('/patients/Cameron')
})

test('J and K move from anywhere on the screen, beginning where one left off', async () => {
  const { user } = renderConsole(table)
  await user.keyboard('j')
  expect(focused()).toBe('Angele Greenfelder')
  await user.keyboard('jj')
  expect(focused()).toBe('Cameron Greenfelder')
  await user.keyboard('k')
  expect(focused()).toBe('Donnell Green')
})

test('the first cell names its row and is a real link', () => {
  renderConsole(table)
  expect(screen.getAllByRole('rowheader').map((cell) => cell.textContent)).toEqual(people)
  expect(screen.getByRole('link', { name: 'Donnell Green' }).getAttribute('href')).toBe('/patients/Donnell')
})
