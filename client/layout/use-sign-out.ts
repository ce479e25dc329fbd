import { useLogout } from 'ra-core'

/** Ends the session on the server, empties what was read, and shows the sign-in page. */
export function useSignOut(): () => void {
  const logout = useLogout()
  return () => void logout({}, '/login', false)
}
