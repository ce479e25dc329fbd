import { run } from '#server/operations/run-command.ts'

/** Types a command on a test practice that no server holds. */
export async function type(command: string, settings: Record<string, string>): Promise<{ code: number; out: string }> {
  const lines: string[] = []
  const say = (text: string): void => void lines.push(text)
  const code = await run([command], {}, { env: { PRACTICE: 'test', ...settings }, say, complain: say })
  return { code, out: lines.join('\n') }
}
