import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';

// To the browser the API is at the page's own address, so Patchbay need not allow any other origin.
export default defineConfig(({ mode }) => {
  const patchbay = loadEnv(mode, '.', 'PATCHBAY_').PATCHBAY_URL ?? 'http://localhost:8080';
  const proxied = { target: patchbay, changeOrigin: true, headers: { origin: patchbay } };
  return {
    plugins: [react()],
    server: { proxy: { '/graphql': proxied, '/icons': proxied } },
  };
});
