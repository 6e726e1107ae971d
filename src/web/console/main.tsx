// SPDX-License-Identifier: Apache-2.0
// Puts the console on the page.
import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "@mantine/spotlight/styles.css";
import "./app/console.css";
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Console } from "./app/Console";
import { theme } from "./app/theme";

const place = document.getElementById("console");
if (place) {
  createRoot(place).render(
    <StrictMode>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <Notifications position="top-right" limit={4} />
        <Console />
      </MantineProvider>
    </StrictMode>,
  );
}
