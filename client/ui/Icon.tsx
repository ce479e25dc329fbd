import { paths, type IconName } from '#client/ui/icon-paths.ts'

/** A decorative icon: words stand beside it, so it is hidden from screen readers. Size in CSS pixels. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      style={{ flex: 'none' }}
    >
      {paths[name].map((path) =>
        path.startsWith('f:') ? (
          <path key={path} d={path.slice(2)} fill="currentColor" stroke="none" />
        ) : (
          <path key={path} d={path} />
        ),
      )}
    </svg>
  )
}
