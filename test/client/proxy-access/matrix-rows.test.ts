import { describe, expect, test } from 'vitest'
import { changesOf, gridCell, gridRows, leavesOf, moveIn, startAt } from '#client/proxy-access/matrix-rows.ts'
import { changeBeside } from '#client/proxy-access/use-matrix.ts'
import { buildColumn, buildMatrix, cellsAt } from '#test/client/proxy-access/build-access.ts'

describe('the lines of the matrix', () => {
  test('seeing and acting are one line where everybody’s two answers agree', () => {
    const rows = gridRows(buildMatrix())
    const messages = rows.find(({ key }) => key === 'see-messages')
    expect(messages).toMatchObject({ kind: 'both', name: { key: 'access.both.see-messages' } })
    expect(rows.map(({ key }) => key)).not.toContain('send-messages')
  })

  test('a person who may look and not act keeps two lines apart', () => {
    const cells = cellsAt(11).map((cell) => (cell.capability === 'pay-bills' ? { ...cell, answer: 'no' as const } : cell))
    const rows = gridRows(buildMatrix({ columns: [buildColumn(), buildColumn({ personId: 'tomas', first: cells, second: cells })] }))
    expect(rows.find(({ key }) => key === 'see-bills')?.kind).toBe('see')
    expect(rows.find(({ key }) => key === 'pay-bills')?.kind).toBe('act')
  })

  test('what people ask for first stands first, and nothing is left out', () => {
    const matrix = buildMatrix()
    const rows = gridRows(matrix)
    expect(rows.slice(0, 3).map(({ key }) => key)).toEqual(['see-messages', 'see-appointments', 'see-results'])
    expect(rows.reduce((sum, { kind }) => sum + (kind === 'both' ? 2 : 1), 0)).toBe(matrix.rows.length)
  })
})

describe('the words of a cell', () => {
  const matrix = buildMatrix()
  const rows = gridRows(matrix)
  const row = (key: string) => {
    const found = rows.find((one) => one.key === key)
    if (!found) throw new Error(key)
    return found
  }

  test('on the second day a change has its own word, and what stays is said as on the first', () => {
    expect(gridCell(matrix, row('see-results'), { person: 0, when: 'first' })).toMatchObject({ word: 'sees', changes: false })
    expect(gridCell(matrix, row('see-results'), { person: 0, when: 'second' })).toMatchObject({ word: 'stops', changes: true })
    expect(gridCell(matrix, row('see-letters'), { person: 0, when: 'second' })).toMatchObject({ word: 'sees', changes: false })
    expect(gridCell(matrix, row('request-records'), { person: 0, when: 'first' })).toMatchObject({ word: 'can' })
  })

  test('what opens says so, and single items that decide are no promise', () => {
    const opens = buildMatrix({ columns: [buildColumn({ first: cellsAt(12), second: cellsAt(11) })] })
    expect(gridCell(opens, row('see-results'), { person: 0, when: 'second' })).toMatchObject({ word: 'starts' })
    const second = cellsAt(11).map((cell) => ({ ...cell, answer: 'per-item' as const }))
    expect(gridCell(buildMatrix({ columns: [buildColumn({ second })] }), row('see-results'), { person: 0, when: 'second' })).toMatchObject({ word: 'narrows' })
  })

  test('the lines that change are counted as they are shown', () => {
    expect(changesOf(matrix, rows, 0)).toBe(rows.filter((one) => gridCell(matrix, one, { person: 0, when: 'second' })?.changes).length)
    expect(changesOf(matrix, rows, 0)).toBeGreaterThan(5)
  })
})

describe('the columns', () => {
  test('each person has both days, somebody who is held one cell for any day, the patient only with an account', () => {
    const held = buildColumn({ personId: 'carlos', held: true })
    expect(leavesOf(buildMatrix({ columns: [buildColumn(), held] }))).toEqual([{ person: 0, when: 'first' }, { person: 0, when: 'second' }, { person: 1, when: 'held' }])
    expect(leavesOf(buildMatrix({ columns: [], own: { hasAccount: true, first: cellsAt(18), second: null }, with: null }))).toEqual([{ person: 'own', when: 'first' }])
    expect(leavesOf(buildMatrix({ columns: [] }))).toEqual([])
  })

  test('the eye begins where results change, in the column of the person who was asked about', () => {
    const matrix = buildMatrix()
    const [rows, leaves] = [gridRows(matrix), leavesOf(matrix)]
    expect(startAt(matrix, rows, leaves)).toEqual({ row: 2, col: 1 })
    expect(startAt(matrix, rows, leaves, 'tomas')).toEqual({ row: 2, col: 3 })
    const still = buildMatrix({ columns: [buildColumn({ second: cellsAt(11) })] })
    expect(startAt(still, gridRows(still), leavesOf(still))).toEqual({ row: 2, col: 0 })
  })
})

describe('moving', () => {
  const size = { rows: 4, cols: 3 }

  test('arrows go one cell and stop at the edges; Home and End go along the line, with Ctrl to the corners', () => {
    expect(moveIn(size, { row: 1, col: 1 }, 'ArrowDown')).toEqual({ row: 2, col: 1 })
    expect(moveIn(size, { row: 0, col: 0 }, 'ArrowUp')).toEqual({ row: 0, col: 0 })
    expect(moveIn(size, { row: 3, col: 2 }, 'ArrowRight')).toEqual({ row: 3, col: 2 })
    expect(moveIn(size, { row: 1, col: 1 }, 'ArrowLeft')).toEqual({ row: 1, col: 0 })
    expect(moveIn(size, { row: 1, col: 1 }, 'End')).toEqual({ row: 1, col: 2 })
    expect(moveIn(size, { row: 1, col: 1 }, 'End', true)).toEqual({ row: 3, col: 2 })
    expect(moveIn(size, { row: 1, col: 1 }, 'Home', true)).toEqual({ row: 0, col: 0 })
    expect(moveIn(size, { row: 1, col: 1 }, 'x')).toBeNull()
  })

  test('the brackets go from change to change, and stay at the last', () => {
    const matrix = buildMatrix()
    expect(changeBeside(matrix, 1)).toBe('2032-12-07T05:00:00.000Z')
    expect(changeBeside(matrix, -1)).toBeNull()
    expect(changeBeside({ ...matrix, with: null }, 1)).toBe('2026-12-07T05:00:00.000Z')
    expect(changeBeside({ ...matrix, with: '2032-12-07T05:00:00.000Z' }, 1)).toBeNull()
  })
})
