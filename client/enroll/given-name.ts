/** What somebody is called on a screen of their own: the first word of the name that is shown. */
export function givenName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name
}
