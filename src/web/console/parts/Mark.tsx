// SPDX-License-Identifier: Apache-2.0
// The product's mark: a desk bell in a rounded square.
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <rect width="24" height="24" rx="6.5" fill="#17685e" />
      <path d="M5.5 15.5a6.5 6.5 0 0 1 13 0z" fill="#fff" />
      <rect x="4.5" y="16.6" width="15" height="1.8" rx=".9" fill="#fff" />
      <circle cx="12" cy="7.4" r="1.3" fill="#fff" />
    </svg>
  );
}
