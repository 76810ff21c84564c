import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const TOOL = resolve(import.meta.dirname, "../../Aligner.Cli/bin/Release/net10.0/Aligner.Cli.dll");
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A folder with pages that the tool writes, and a browser that opens them. */
export class Browser {
  #folder = mkdtempSync(join(tmpdir(), "aligner-views-"));
  #context;
  /** What pages said on the console, what they failed at, and what they asked of the network. */
  complaints = [];

  async open() {
    this.#context = await chromium.launchPersistentContext(join(this.#folder, "profile"), {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      headless: true,
      args: FLAGS,
      acceptDownloads: true,
      viewport: { width: 1280, height: 800 },
    });
  }

  /** The path of a file in the folder. */
  path(name) {
    return join(this.#folder, name);
  }

  /** Writes a file and gives its path. */
  write(name, lines) {
    const path = this.path(name);
    writeFileSync(path, lines.map((line) => `${line}\n`).join(""));
    return path;
  }

  /** Lets the tool write a page, and gives its address. */
  make(name, ...command) {
    const path = this.path(name);
    execFileSync("dotnet", [TOOL, ...command, "--html", path, "--quiet"]);
    return pathToFileURL(path).href;
  }

  /** Opens a page in a tab of its own. */
  async visit(address, options = {}) {
    const page = await this.#context.newPage();
    page.on("console", (message) => this.complaints.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => this.complaints.push(String(error)));
    page.on("request", (request) => {
      if (!/^(file|blob|data):/.test(request.url())) this.complaints.push(`asked for ${request.url()}`);
    });
    if (options.viewport) await page.setViewportSize(options.viewport);
    if (options.colorScheme) await page.emulateMedia({ colorScheme: options.colorScheme });
    await page.goto(address);
    return page;
  }

  /** A function that gives the seconds of processor time that a page has used. */
  async meter(page) {
    const session = await this.#context.newCDPSession(page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    return async () => {
      const { metrics } = await session.send("Performance.getMetrics");
      return metrics.find(({ name }) => name === "TaskDuration").value;
    };
  }

  async close() {
    await this.#context?.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
