import { cpSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { defineConfig, type Plugin } from "vite";
import { words } from "./words";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.env.FRONTDESK_WEB_OUT ?? join(here, "../dist");

/** What a phone on a bad line loads before the clinic can be asked anything (gzip; Brotli is smaller). */
const gzip_max = 20 * 1024;

/**
 * Names that terser may shorten: keys of our own texts in camel case. The wire writes snake_case and
 * nothing looks these up by a string (the names of Icon.tsx are: "chat", "assistant"), so no name can
 * be hit by mistake.
 */
const ownNames = [
  ...Object.keys(words.en).filter((key) => /[A-Z\d]/.test(key)),
  ...["staffTyping", "readByClinic", "keepUnsent", "dropUnsent", "forgetting", "behind"],
  // Words that neither the wire, nor the browser, nor what memory.ts keeps has.
  ...["outbox", "dispatch", "listen", "erased", "discard", "connect", "speak", "draft"],
  ...[
    "retry",
    "forget",
    "refused",
    "sending",
    "reading",
    "again",
    "queue",
    "menu",
    "rated",
    "emergency",
  ],
  ...["yesterday", "connecting", "sent", "today", "scrolled", "told", "words"],
];

function sizeLimit(): Plugin {
  return {
    name: "size-limit",
    closeBundle() {
      const file = readFileSync(join(out, "frontdesk.js"));
      const gzip = gzipSync(file, { level: 9 }).length;
      const brotli = brotliCompressSync(file).length;
      console.log(
        `frontdesk.js: ${file.length} bytes, gzip ${gzip}, brotli ${brotli} (limit: gzip ${gzip_max})`,
      );
      if (gzip > gzip_max) throw new Error(`frontdesk.js is ${gzip - gzip_max} bytes too big`);
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
      safari10: false, // longer names for a bug of Safari 10
      mangle: { properties: { regex: new RegExp(`^(${ownNames.join("|")})$`) } },
      toplevel: true,
      compress: {
        passes: 6,
        pure_getters: true,
        keep_fargs: false,
        reduce_funcs: false, // a function written twice deflates worse than one that is called twice
        unsafe: true, // Array(n) for new Array(n), x + "" for String(x): nobody replaces those here
        unsafe_arrows: true,
      },
    },
    reportCompressedSize: false,
  },
  define: { "process.env.NODE_ENV": '"production"' },
});
