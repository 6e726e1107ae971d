// SPDX-License-Identifier: Apache-2.0
// The look: quiet greys, one green for what can be done. Amber and red are kept for people who wait
// and for alerts (console.css), so that nothing else shouts.
import { createTheme, type MantineColorsTuple } from "@mantine/core";
import { text } from "../text";

const green: MantineColorsTuple = [
  "#eef9f7",
  "#d6efea",
  "#aeded5",
  "#80cabd",
  "#57b3a5",
  "#36998a",
  "#217f73",
  "#17685e",
  "#11544c",
  "#0c443e",
];
const grey: MantineColorsTuple = [
  "#f7f8f8",
  "#eff1f1",
  "#e3e6e7",
  "#d0d5d7",
  "#c3cacd",
  "#808a8f",
  "#5d676c",
  "#465056",
  "#2f383d",
  "#1c2428",
];
const dark: MantineColorsTuple = [
  "#e4e8e9",
  "#c3cacd",
  "#9ba5a9",
  "#788388",
  "#4b565b",
  "#364045",
  "#283135",
  "#1b2225",
  "#151b1d",
  "#0f1415",
];

export const theme = createTheme({
  colors: { green, gray: grey, dark },
  primaryColor: "green",
  primaryShade: { light: 7, dark: 6 },
  defaultRadius: "md",
  respectReducedMotion: true,
  cursorType: "pointer",
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace",
  headings: { fontWeight: "600" },
  components: {
    Button: { defaultProps: { size: "sm", fw: 550 } },
    Switch: { defaultProps: { withThumbIndicator: false } },
    Checkbox: { defaultProps: { radius: 4 } }, // rounder, it would look like a radio button
    Badge: { defaultProps: { tt: "none", fw: 550 } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true } },
    Modal: {
      defaultProps: {
        centered: true,
        overlayProps: { backgroundOpacity: 0.4 },
        closeButtonProps: { "aria-label": text.common.close },
      },
    },
    Drawer: { defaultProps: { closeButtonProps: { "aria-label": text.common.close } } },
  },
});
