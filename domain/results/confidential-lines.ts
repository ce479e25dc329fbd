import type { ServiceLine } from '#domain/access/bases.ts'
import type { ResultCategory } from '#domain/portals/result-policy.ts'
import type { TestName } from '#domain/results/categories.ts'
import { formOf } from '#domain/results/loinc.ts'
import { listedAs } from '#domain/results/listed-codes.ts'
import { namedAs } from '#domain/results/names.ts'

const lineOf: Readonly<Record<string, ServiceLine>> = {
  sti: 'sti-care', 'hiv-htlv': 'sti-care', pregnancy: 'reproductive-health', 'products-of-conception': 'reproductive-health',
  'mental-health': 'mental-health', toxicology: 'substance-use',
}

/**
 * Service lines that a report's tests belong to and that a minor's state lets them keep to themselves (R31). `offered`:
 * the lines that the portal's policy names for that state; `categories`: what somebody says the report is, whatever its
 * names. HIV care counts as care for a sexually transmitted infection, as 10 NYCRR 23.1 has it since 2017.
 */
export function confidentialLinesOf(tests: readonly TestName[], offered: readonly string[], categories: readonly ResultCategory[] = []): ServiceLine[] {
  const groups = tests.flatMap((test) => [
    ...test.codings.filter((coding) => formOf(coding) === 'loinc').flatMap((coding) => listedAs(coding.code?.trim() ?? '').map((one) => one.group as string)),
    ...[...test.codings.map((coding) => coding.display ?? ''), test.text ?? ''].flatMap((name) => namedAs(name).map((one) => one.group as string)),
  ])
  const lines = new Set([...groups, ...categories].flatMap((group) => lineOf[group] ?? []))
  return [...lines].filter((line) => offered.includes(line))
}
