import { Refused, Unreachable, type Problem } from '#client/ui/refused.ts'

/** Fetches a file under `/api` and hands it to the browser as a download. Throws `Refused` or `Unreachable`. */
export async function fetchFile(path: string, fileName: string): Promise<void> {
  const address = URL.createObjectURL(await fetchBytes(path))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  URL.revokeObjectURL(address)
}

/** Fetches a picture under `/api` as an address that an image takes. Throws `Refused` or `Unreachable`. */
export async function fetchPicture(path: string): Promise<string> {
  const bytes = await fetchBytes(path)
  return new Promise((done, fail) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => done(typeof reader.result === 'string' ? reader.result : ''))
    reader.addEventListener('error', () => fail(new Unreachable()))
    reader.readAsDataURL(bytes)
  })
}

async function fetchBytes(path: string): Promise<Blob> {
  const response = await fetch(`/api${path}`, { credentials: 'same-origin', cache: 'no-store', headers: { 'X-Activity': '1' } }).catch(() => {
    throw new Unreachable()
  })
  if (!response.ok) {
    const body = (await response.json().catch(() => null)) as Partial<Problem> | null
    throw new Refused({ code: 'SERVER_FAULT', message: '', next: '', rule: '', requestId: '', ...body, status: response.status })
  }
  return response.blob()
}
