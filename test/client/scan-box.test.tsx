import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { HomeLookup } from '#client/home/HomeLookup.tsx'
import { buildSession } from '#test/client/support/build-session.ts'
import { fakeServer } from '#test/client/support/fake-server.ts'
import { renderConsole } from '#test/client/support/render-console.tsx'

const licence = '@\n\u001e\rANSI 636026080102DL00410288ZA03290015DLDAQD12345678\nDCSDOE\nDACJANE\nDBB03041980\nDAG12 ELM STREET\nDAIPHOENIX\n'

test('of a scanned licence name and birth date are looked for; its number and address are neither shown nor sent', async () => {
  const server = fakeServer({ 'POST /patients/search': { body: { rows: [], more: false, total: 0, need: null, nearSpellings: [] } } })
  const { user } = renderConsole(<HomeLookup />, { session: buildSession() })
  const box = screen.getByRole<HTMLInputElement>('combobox')
  await user.click(box)
  await user.keyboard(licence.replace(/[\u001e\r]/g, '').replaceAll('\n', '{Enter}'))
  await screen.findByDisplayValue('DOE, JANE 1980-03-04')
  await screen.findByText(/Nobody matches/)
  expect(server.to('POST /patients/search').map(({ body }) => body)).toEqual([expect.objectContaining({ text: 'DOE, JANE 1980-03-04' })])
})
