import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** The messages of seed/data/hl7v2 as bytes, with the names that their publishers gave them. */
export function sampleMessages(): { file: string; bytes: Uint8Array }[] {
  return ['cdc-reportstream', 'cdc-ti', 'fhir-converter'].flatMap((source) =>
    gunzipSync(readFileSync(new URL(`../../../seed/data/hl7v2/${source}.ndjson.gz`, import.meta.url))).toString('utf8').trim().split('\n')
      .map((line) => JSON.parse(line) as { file: string; base64: string })
      .map(({ file, base64 }) => ({ file, bytes: new Uint8Array(Buffer.from(base64, 'base64')) })))
}

/** One of them as text. */
export function sampleMessage(file: string): string {
  const found = sampleMessages().find((one) => one.file === file)
  if (!found) throw new Error(`no message ${file}`)
  return Buffer.from(found.bytes).toString('utf8')
}
