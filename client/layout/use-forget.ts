import { useQueryClient } from '@tanstack/react-query'
import { useStoreContext } from 'ra-core'
import { useEffect } from 'react'

/** The language of the page stays with the device until somebody signs in. */
const KEPT = 'locale'

/**
 * When whoever sits here locks, signs out or is signed out, nothing of what they read or typed stays in this tab: the
 * next person sees nothing of the former (AU-10, PH-02).
 */
export function useForgetOnLeave(): void {
  const queryClient = useQueryClient()
  const store = useStoreContext()
  useEffect(
    () => () => {
      const kept: unknown = store.getItem(KEPT)
      queryClient.clear()
      store.reset()
      if (kept !== undefined) store.setItem(KEPT, kept)
    },
    [queryClient, store],
  )
}
