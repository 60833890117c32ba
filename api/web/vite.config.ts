import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { defineConfig, type Plugin } from "vite";

const LEAST = 1024;

/** GraphiQL's style sheet carries fonts as data: addresses, which the pages' policy refuses; the system's have Chinese. */
function withoutFonts(): Plugin {
  return {
    name: "without-fonts",
    enforce: "pre",
    transform(code, id) {
      return /node_modules.graphiql.*\.css$/.test(id) ? { code: code.replace(/@font-face\s*\{[^}]*\}/g, ""), map: null } : null;
    },
  };
}

/** Compresses once, at the build, what the server would else compress for every request. */
function compressed(): Plugin {
  return {
    name: "compressed",
    apply: "build",
    writeBundle({ dir }) {
      for (const name of readdirSync(dir!, { recursive: true, encoding: "utf8" })) {
        const file = join(dir!, name);
        if (!/\.(html|js|css|svg|txt)$/.test(name) || statSync(file).size < LEAST) continue;
        const bytes = readFileSync(file);
        writeFileSync(`${file}.br`, brotliCompressSync(bytes));
        writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
      }
    },
  };
}

export default defineConfig({
  plugins: [withoutFonts(), compressed()],
  resolve: { alias: { "react-style-singleton": join(import.meta.dirname, "src/no-styles.ts") } },
  build: {
    target: "es2023",
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    modulePreload: { polyfill: false },
    license: { fileName: "assets/licenses.txt" },
    rolldownOptions: { input: ["graphiql.html", "read.html", "search.html"] },
  },
});
