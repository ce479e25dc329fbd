import { createWriteStream, existsSync, mkdirSync } from 'node:fs'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { bigPatients } from '#test/bench/big-patients.ts'

/** Made-up patients as the two kinds of files that a practice sends. */
export type ImportFiles = { fhir: string; roster: string }

/** Makes (or finds) a FHIR export and a roster of the same `size` made-up patients below `reports/bench`. */
export async function importFiles(size: number): Promise<ImportFiles> {
  const folder = resolve('reports', 'bench', `feeds-${size}`)
  const files = { fhir: join(folder, 'Patient.ndjson'), roster: join(folder, 'roster.csv') }
  if (existsSync(join(folder, 'whole'))) return files
  mkdirSync(folder, { recursive: true })
  await write(files.fhir, size, '', (one) => JSON.stringify({
    resourceType: 'Patient', id: `p${one.n}`, active: true,
    identifier: [{ use: 'usual', type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MR' }] }, system: 'urn:bench:mrn', value: one.mrn }],
    name: [{ use: 'official', family: one.family, given: [one.given] }], gender: one.gender, birthDate: one.birthDate,
    telecom: [{ system: 'phone', use: 'mobile', value: one.phone }, { system: 'email', value: one.email }],
    address: [{ use: 'home', city: 'Mount Kisco', state: 'NY', postalCode: '10549', country: 'US' }],
  }))
  await write(files.roster, size, 'MRN,Last Name,First Name,DOB,Sex,Phone,Email,City\n', (one) =>
    [one.mrn, one.family, one.given, `${Number(one.birthDate.slice(5, 7))}/${Number(one.birthDate.slice(8))}/${one.birthDate.slice(0, 4)}`, one.gender, one.phone, one.email, 'Mount Kisco'].join(','))
  mkdirSync(join(folder, 'whole'))
  return files
}

type Person = { n: number; mrn: string; family: string; given: string; birthDate: string; gender: string; phone: string; email: string }

async function write(file: string, size: number, head: string, line: (one: Person) => string): Promise<void> {
  const out = createWriteStream(file)
  out.write(head)
  let n = 0
  for (const row of bigPatients(size, '')) {
    const one = {
      n, mrn: `M${String(n).padStart(8, '0')}`, family: row.legal_family, given: row.legal_given, birthDate: row.birth_date, gender: n % 2 ? 'female' : 'male',
      phone: `212-555-${String(n % 10_000).padStart(4, '0')}`, email: `p${n}@example.org`,
    }
    n += 1
    if (!out.write(`${line(one)}\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}
