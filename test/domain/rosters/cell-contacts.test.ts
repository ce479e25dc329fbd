import { describe, expect, test } from 'vitest'
import { emailsOf, phonesOf, withoutRepeats } from '#domain/rosters/cell-contacts.ts'

const phones = (text: string) => {
  const { contacts, isPartUnused } = phonesOf(text, 'home')
  return [...contacts.map((contact) => contact.value), ...(isPartUnused ? ['…'] : [])].join(' & ')
}
const emails = (text: string) => {
  const { contacts, isPartUnused } = emailsOf(text)
  return [...contacts.map((contact) => contact.value), ...(isPartUnused ? ['…'] : [])].join(' & ')
}

describe('the phones of a cell', () => {
  test.each([
    ['(914) 555-0123', '(914) 555-0123'], ['9145550123', '9145550123'], ['9145550123.0', '9145550123'], ['+1-914-555-0123', '+1-914-555-0123'], ['914.555.0123', '914.555.0123'], ['555-0123', '555-0123'],
    ['914-555-0123 x12', '914-555-0123'], ['914-555-0123 ext. 12', '914-555-0123'], ['Cell: 914-555-0123', '914-555-0123'], ['914-555-0123 / 914-555-0199', '914-555-0123 & 914-555-0199'],
    ['914-555-0123; 914-555-0199', '914-555-0123 & 914-555-0199'], ['914-555-0123, 914-555-0199', '914-555-0123 & 914-555-0199'], ['914-555-0123 or 914-555-0199', '914-555-0123 & 914-555-0199'],
    ['+52 55 1234 5678', '+52 55 1234 5678'], ['', ''], ['n/a', ''], ['none', ''], ['9.14555E+09', '…'], ['000-000-0000', '…'], ['(999) 999-9999', '…'], ['123456', '…'], ['1234567890123456', '…'], ['call mother', '…'],
    ['914-555-0123 / mother', '914-555-0123 & …'], ['914-555-0123 / n/a', '914-555-0123'],
  ])('%s: %s', (text, expected) => expect(phones(text)).toBe(expected))

  test('keep what they are for, and prove nothing about their age', () => {
    expect(phonesOf('914-555-0123', 'mobile').contacts).toEqual([{ kind: 'phone', use: 'mobile', value: '914-555-0123', sinceAt: null, sinceProof: null }])
    expect(phonesOf('914-555-0123', null).contacts[0]?.use).toBeNull()
  })
})

describe('the addresses of a cell', () => {
  test.each([
    ['Ann@Example.org', 'Ann@Example.org'], ['mailto:ann@example.org', 'ann@example.org'], ['Ann <ann@example.org>', 'ann@example.org & …'], ['<ann@example.org>', 'ann@example.org'],
    ['ann@example.org; bob@example.org', 'ann@example.org & bob@example.org'], ['ann@example.org,', 'ann@example.org'], ['', ''], ['N/A', ''], ['declined', ''], ['none@none.com', '…'], ['noemail@example.org', '…'],
    ['Declined@example.org', '…'], ['nora@example.org', 'nora@example.org'], ['ann@example', '…'], ['ann.example.org', '…'], [`${'a'.repeat(250)}@example.org`, '…'],
  ])('%s: %s', (text, expected) => expect(emails(text)).toBe(expected))
})

test('a number or address that two cells give is taken once, the first time', () => {
  const { contacts } = phonesOf('914-555-0123; 914-555-0199', 'mobile')
  const more = [...phonesOf('(914) 555 0123', 'home').contacts, ...emailsOf('Ann@example.org; ann@EXAMPLE.org').contacts]
  expect(withoutRepeats([...contacts, ...more]).map((contact) => contact.value)).toEqual(['914-555-0123', '914-555-0199', 'Ann@example.org'])
})
