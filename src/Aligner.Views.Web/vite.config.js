import { defineConfig } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";

/** One file with everything in it, which the library embeds. */
export default defineConfig({
  plugins: [viteSingleFile({ removeViteModuleLoader: true })],
  build: {
    target: "es2022",
    outDir: process.env.PAGE_FOLDER ?? "../Aligner.Applications/Views/Pages",
    emptyOutDir: false,
    modulePreload: false,
    rolldownOptions: { input: "page.html" },
  },
});
