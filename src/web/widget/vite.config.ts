import { cpSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { defineConfig, type Plugin } from "vite";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.env.FRONTDESK_WEB_OUT ?? join(here, "../dist");

/** What a phone on a bad line loads before the clinic can be asked anything (Brotli, as served). */
const brotli_max = 20 * 1024;

function sizeLimit(): Plugin {
  return {
    name: "size-limit",
    closeBundle() {
      const file = readFileSync(join(out, "frontdesk.js"));
      const gzip = gzipSync(file, { level: 9 }).length;
      const brotli = brotliCompressSync(file).length;
      console.log(
        `frontdesk.js: ${file.length} bytes, gzip ${gzip}, brotli ${brotli} (at most ${brotli_max})`,
      );
      if (brotli > brotli_max)
        throw new Error(`frontdesk.js is ${brotli - brotli_max} bytes too big`);
      cpSync(join(here, "../demo"), join(out, "demo"), {
        recursive: true,
        filter: (path) => !path.endsWith(".md"),
      });
    },
  };
}

export default defineConfig({
  root: here,
  esbuild: { jsx: "automatic", jsxImportSource: "preact", legalComments: "none" },
  plugins: [sizeLimit()],
  resolve: { alias: { "preact/jsx-runtime": join(here, "jsx.ts") } },
  build: {
    outDir: out,
    emptyOutDir: false, // the console builds into the same folder
    target: "es2020",
    lib: {
      entry: "main.tsx",
      formats: ["iife"],
      name: "frontdeskWidget",
      fileName: () => "frontdesk.js",
    },
    minify: "terser", // 0.5 KB smaller than esbuild's
    terserOptions: {
      ecma: 2020,
      toplevel: true,
      compress: { passes: 3, unsafe_arrows: true, pure_getters: true },
    },
    reportCompressedSize: false,
  },
  define: { "process.env.NODE_ENV": '"production"' },
});
