interface ImportMetaEnv {
  readonly VITE_PATCHBAY_TOKEN?: string;
}
