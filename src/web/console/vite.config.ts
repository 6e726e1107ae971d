// SPDX-License-Identifier: Apache-2.0
// Builds the console into <out>/console: index.html and hashed assets, no inline script, so that the
// server's Content-Security-Policy can stay at script-src 'self'.
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const here = fileURLToPath(new URL(".", import.meta.url));
const out = process.env.FRONTDESK_WEB_OUT ?? resolve(here, "../dist");

export default defineConfig({
  root: here,
  base: "/console/",
  plugins: [react()],
  build: {
    outDir: resolve(out, "console"),
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0, // data: addresses would need a hole in the policy
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { "/v1": { target: "http://127.0.0.1:8080", ws: true } } },
});
