import { expect, test } from 'vitest'
import { canHaveAccount, type AccountFacts } from '#domain/patients/next-action.ts'

const adult: AccountFacts = { deceased: false, age: 40, standing: 'none', portals: [{ takesNewAccounts: true, ownAccountFromAge: 12, ownContactFromAge: 12 }] }
const codeOf = (facts: Partial<AccountFacts>) => {
  const decision = canHaveAccount({ ...adult, ...facts })
  return decision.allowed ? 'may' : decision.code
}

test.each<[string, Partial<AccountFacts>, string]>([
  ['an adult without an account', {}, 'may'],
  ['a child on the day of the age', { age: 12 }, 'may'],
  ['a child one year younger', { age: 11 }, 'ACCOUNT_TOO_YOUNG'],
  ['a child, where one of two portals begins earlier', { age: 11, portals: [{ takesNewAccounts: true, ownAccountFromAge: 12, ownContactFromAge: 12 }, { takesNewAccounts: true, ownAccountFromAge: 10, ownContactFromAge: 12 }] }, 'may'],
  ['a child, where the earlier portal is closed', { age: 11, portals: [{ takesNewAccounts: true, ownAccountFromAge: 12, ownContactFromAge: 12 }, { takesNewAccounts: false, ownAccountFromAge: 10, ownContactFromAge: 12 }] }, 'ACCOUNT_TOO_YOUNG'],
  ['somebody where no portal takes accounts', { portals: [{ takesNewAccounts: false, ownAccountFromAge: 12, ownContactFromAge: 12 }] }, 'NO_PORTAL_TAKES_ACCOUNTS'],
  ['somebody where there is no portal', { portals: [] }, 'NO_PORTAL_TAKES_ACCOUNTS'],
  ['somebody who has one, though none is taken any more', { standing: 'active', portals: [] }, 'may'],
  ['somebody invited or suspended', { standing: 'suspended', portals: [] }, 'may'],
  ['somebody with an old account only, which is none elsewhere', { standing: 'legacy-only', portals: [] }, 'NO_PORTAL_TAKES_ACCOUNTS'],
  ['somebody who died, account or not', { deceased: true, standing: 'active' }, 'PATIENT_DECEASED'],
])('%s', (_who, facts, expected) => expect(codeOf(facts)).toBe(expected))
