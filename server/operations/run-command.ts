import { resolve } from 'node:path'
import { ConfigRefused, readConfig, type Config } from '#server/config.ts'
import { importOrderOf, importUsage } from '#server/feeds/feeds.ts'
import { carryOut, type CommandAnswer } from '#server/operations/commands.ts'
import { askServer, type ControlOrder } from '#server/operations/control.ts'
import { withPractice } from '#server/operations/open-practice.ts'
import { restore } from '#server/operations/restore.ts'
import { sayAnswer, sayRestored } from '#server/operations/say.ts'

type Values = Record<string, string | boolean | (string | boolean)[] | undefined>
export type Terminal = { /** The words after the command, as they came. */ argv?: readonly string[]; env: Record<string, string | undefined>; say: (text: string) => void; complain: (text: string) => void }

export const usage = `Commands, on the practice that the settings name (DATA_DIR, DATABASE_URL, ANCHOR_DIR, PRACTICE):
  npm run doctor                        looks at everything an operator answers for
  npm run verify                        reads the whole audit record and checks its seal and anchors
  npm run backup -- --to DIR            makes a backup while people go on working (BACKUP_PASSPHRASE; --plain: demo, test)
  npm run restore -- --from FILE        makes the practice anew in an empty place (BACKUP_PASSPHRASE; --secrets FILE)
${importUsage}
  --demo                                means the demo practice of npm start
  --json                                says it in JSON
Exit codes: 0 all is well · 1 a problem was found · 2 the command could not be carried out`

/** Carries out one command and answers with its exit code. */
export async function run(words: readonly string[], values: Values, terminal: Terminal): Promise<number> {
  const [command, ...rest] = words
  if (values.help === true) {
    terminal.say(usage)
    return 0
  }
  try {
    const config = readConfig(terminal.env)
    if (command === 'restore') return await runRestore(config, values, terminal)
    const order = command === 'import' ? importOrderOf(terminal.argv ?? []) : rest.length === 0 ? orderOf(command, config, values) : null
    if (!order) {
      terminal.complain(usage)
      return 2
    }
    const answer = await answerOf(config, order, terminal)
    terminal.say(values.json === true ? JSON.stringify(answer) : sayAnswer(answer))
    return answer.good ? 0 : 1
  } catch (error) {
    terminal.complain(`${command ?? 'The command'} could not be carried out: ${error instanceof Error ? error.message : String(error)}`)
    return 2
  }
}

function orderOf(command: string | undefined, config: Config, values: Values): ControlOrder | null {
  if (command === 'doctor' || command === 'verify') return { command }
  if (command !== 'backup') return null
  const to = textOf(values.to) ?? config.backupDir
  if (to === null) return null
  return { command, to: resolve(to), passphrase: passphraseOf(config, values) }
}

/** By the server that runs, else on the folder itself while nobody else has it. */
async function answerOf(config: Config, order: ControlOrder, terminal: Terminal): Promise<CommandAnswer> {
  const onProgress = ({ done, total }: { done: number; total: number }): void => {
    if (total > 0) terminal.complain(`  ${done} of ${total} (${Math.floor((done / total) * 100)} %)`)
  }
  const answered = await askServer(config.dataDir, order, onProgress)
  if (answered) return answered.answer as CommandAnswer
  return withPractice(config, (app) => carryOut(app, order, onProgress))
}

async function runRestore(config: Config, values: Values, terminal: Terminal): Promise<number> {
  const from = textOf(values.from)
  if (from === null) {
    terminal.complain(usage)
    return 2
  }
  const restored = await restore({
    config, file: resolve(from), passphrase: config.backupPassphrase, secretsFile: textOf(values.secrets), at: Date.now(),
  })
  terminal.say(values.json === true ? JSON.stringify(restored) : sayRestored(restored))
  return restored.damage.length === 0 && restored.chain.anchors.firstBad === null ? 0 : 1
}

function passphraseOf(config: Config, values: Values): string | null {
  if (values.plain !== true && config.backupPassphrase !== null) return config.backupPassphrase
  if (values.plain === true && config.mode !== 'real') return null
  throw new ConfigRefused(config.mode === 'real'
    ? 'BACKUP_PASSPHRASE: a real practice is backed up encrypted; set a passphrase of at least 12 characters'
    : 'BACKUP_PASSPHRASE: set one, or say --plain for a made-up practice')
}

function textOf(value: Values[string]): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
