// SPDX-License-Identifier: Apache-2.0
// The few signs of the widget, drawn in the colour of the text around them.

const paths = {
  chat: "M4 5.5h16v11H9.5L5 20v-3.5H4z",
  close: "M6 6l12 12M18 6L6 18",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  send: "M5 12l14-7-5 14-3-5.5z",
  person:
    "M12 12a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM5 20c.6-3.6 3.4-5.5 7-5.5s6.400 1.900 7 5.500",
  calendar: "M5 6.500h14v13H5zM5 10.500h14M9 4v4M15 4v4",
  assistant:
    "M6 8.500h12v9.500H6zM12 8.500V5M9.500 12.500v1.500M14.500 12.500v1.500M3.500 12v2.500M20.500 12v2.500",
  down: "M6 10l6 6 6-6",
  phone:
    "M7 4h3l1.500 4-2 1.500a11 11 0 0 0 5 5l1.500-2 4 1.500v3c0 1-.8 2-2 2C10.500 19 5 13.500 5 6c0-1.200 1-2 2-2z",
  check: "M5 12.500l4.500 4.500L19 7.500",
} as const;

export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg class={`icon ${name}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
