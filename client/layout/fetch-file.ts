import { Refused, Unreachable, type Problem } from '#client/ui/refused.ts'

/** Fetches a file under `/api` and hands it to the browser as a download. Throws `Refused` or `Unreachable`. */
export async function fetchFile(path: string, fileName: string): Promise<void> {
  const response = await fetch(`/api${path}`, { credentials: 'same-origin', cache: 'no-store', headers: { 'X-Activity': '1' } }).catch(() => {
    throw new Unreachable()
  })
  if (!response.ok) {
    const body = (await response.json().catch(() => null)) as Partial<Problem> | null
    throw new Refused({ code: 'SERVER_FAULT', message: '', next: '', rule: '', requestId: '', ...body, status: response.status })
  }
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  URL.revokeObjectURL(address)
}
