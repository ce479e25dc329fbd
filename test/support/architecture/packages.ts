type Manifest = Record<string, unknown>

/** Names in package.json whose version is a range: npm on an older Node would pick an older release. */
export function looseVersions(manifest: Manifest): string[] {
  return ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'].flatMap((kind) =>
    Object.entries((manifest[kind] ?? {}) as Record<string, string>)
      .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
      .map(([name, version]) => `${name} ${version}`))
}

/** Scripts that npm runs before or after another one; with `ignore-scripts` they would not run. */
export function hookScripts(manifest: Manifest): string[] {
  const scripts = Object.keys(manifest.scripts ?? {})
  const own = ['install', 'prepare', 'prepublishOnly', 'dependencies']
  return scripts.filter((name) => own.includes(name) || scripts.some((other) => name === `pre${other}` || name === `post${other}`)
    || /^(pre|post)(install|start|test|pack|publish|version|stop|restart)$/.test(name))
}

/** Entries of the lock that name a download address, or whose content is not pinned by a hash. */
export function lockFaults(lock: { packages?: Record<string, { resolved?: string, integrity?: string }> }): string[] {
  return Object.entries(lock.packages ?? {}).filter(([name]) => name !== '').flatMap(([name, entry]) => [
    ...(entry.resolved ? [`${name} names a download address`] : []),
    ...(entry.integrity ? [] : [`${name} has no hash`]),
  ])
}
