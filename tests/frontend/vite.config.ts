import { defineConfig } from "vite";

// CORS is off in mailuo, so a frontend of its own stands behind the same origin: here Vite passes /graphql on.
export default defineConfig({ preview: { host: "127.0.0.1", strictPort: true, proxy: { "/graphql": process.env["MAILUO"]! } } });
