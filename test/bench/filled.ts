import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { sqliteFileOf } from '#db/open.ts'
import { fillPractice } from '#test/bench/lookup-practice.ts'
import { peopleAsFhir } from '#test/bench/questions.ts'

/** A test practice of `size` made-up people on disk, below `reports/bench`; made once and used again. */
export async function filledPractice(size: number): Promise<{ dataDir: string; file: string }> {
  const dataDir = resolve('reports', 'bench', `people-${size}`)
  if (!existsSync(join(dataDir, 'filled'))) {
    rmSync(dataDir, { recursive: true, force: true })
    await fillPractice(dataDir, peopleAsFhir(size))
    mkdirSync(join(dataDir, 'filled'))
  }
  return { dataDir, file: sqliteFileOf(dataDir) }
}
