// SPDX-License-Identifier: Apache-2.0
// The few signs of the widget, drawn in the colour of the text around them.

const paths = {
  chat: "M4 5.5h16v11H9.5L5 20v-3.5H4z",
  close: "M6 6l12 12M18 6L6 18",
  more: "M4.5 12h1M11.5 12h1M18.5 12h1",
  send: "M5 12l14-7-5 14-3-5.5z",
  person: "M12 12a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM5 20c.6-3.6 3.4-5.5 7-5.5s6.4 1.9 7 5.5",
  calendar: "M5 6.5h14v13H5zM5 10.5h14M9 4v4M15 4v4",
  assistant: "M6 8.5h12v9.5H6zM12 8.5V5M9.5 12.5v1.5M14.5 12.5v1.5M3.5 12v2.5M20.5 12v2.5",
  down: "M6 10l6 6 6-6",
  phone:
    "M7 4h3l1.5 4-2 1.5a11 11 0 0 0 5 5l1.5-2 4 1.5v3c0 1-.8 2-2 2C10.5 19 5 13.5 5 6c0-1.2 1-2 2-2z",
  check: "M5 12.5l4.5 4.5L19 7.5",
} as const;

export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
