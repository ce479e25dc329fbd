import { lazy } from 'react'
import type { ComponentType } from 'react'
import { bringRoomWords } from '#client/layout/i18n-provider.ts'

/** A part of the console that comes when it is first shown, and the words of the rooms with it. */
export function room<Props>(load: () => Promise<{ default: ComponentType<Props> }>) {
  return lazy(async () => {
    const [part] = await Promise.all([load(), bringRoomWords()])
    return part
  })
}
