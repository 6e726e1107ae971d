import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const setupFiles = fileURLToPath(new URL("vitest.setup.ts", import.meta.url));

// One project a folder: each has its own jsx settings (from its tsconfig.json). Tests that need a
// document say so at the top of the file: // @vitest-environment jsdom
export default defineConfig({
  test: {
    passWithNoTests: true,
    projects: ["shared", "widget", "console"].map((name) => ({
      test: { name, root: name, include: ["**/*.test.{ts,tsx}"], environment: "node", setupFiles },
    })),
  },
});
