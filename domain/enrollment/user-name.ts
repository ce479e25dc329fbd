/** A user name as it is compared: NFC, lower case, so that nobody can pass for another by case or composition. */
export function userNameKey(userName: string): string {
  return userName.normalize('NFC').toLowerCase()
}

/** Whether somebody may take this user name: 3 to 60 letters, digits, dots, hyphens, underscores, one `@`; it begins and ends with a letter or digit. */
export function isUserName(userName: string): boolean {
  return /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}._+@-]{1,58})[\p{L}\p{N}]$/u.test(userName) && userName.split('@').length <= 2
}
