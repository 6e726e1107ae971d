// The real program on a free port with a data folder of its own: started, killed and started again by a story.
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const binary = process.env.FRONTDESK ?? join(root, "build/release/src/frontdesk");

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}

export class Program {
  private child: ChildProcess | null = null;
  /** Everything the program printed since its first start: also what a log must not hold. */
  output = "";
  private constructor(
    readonly folder: string,
    readonly port: number,
    readonly options: string[],
  ) {}

  /**
   * Starts on a copy of the shipped rules, so that a story can publish without touching the project.
   * `options` are further ones of `frontdesk serve`.
   */
  static async start(...options: string[]): Promise<Program> {
    const folder = mkdtempSync(join(tmpdir(), "frontdesk-browser-"));
    cpSync(join(root, "intents"), join(folder, "rules"), { recursive: true });
    const program = new Program(folder, await freePort(), options);
    await program.run();
    return program;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The one-time address for the first admin, as printed at the first start. */
  get firstAdmin(): string {
    const found = this.output.match(/http\S+\/console\/first-admin#\S+/);
    if (!found) throw new Error(`no first-admin address was printed:\n${this.output}`);
    return found[0];
  }

  async run(): Promise<void> {
    const from = this.output.length;
    const child = spawn(
      binary,
      [
        ...["serve", "--listen", `127.0.0.1:${this.port}`, "--data", join(this.folder, "data")],
        ...["--rules", join(this.folder, "rules"), ...this.options],
      ],
      { stdio: ["ignore", "pipe", "pipe"] },
    );
    this.child = child;
    child.stdout?.on("data", (bytes) => (this.output += bytes));
    child.stderr?.on("data", (bytes) => (this.output += bytes));
    await this.ready(child, from);
  }

  private async ready(child: ChildProcess, from: number): Promise<void> {
    const deadline = Date.now() + 120_000; // training takes 4 s on a quiet machine
    for (;;) {
      if (child.exitCode !== null) throw new Error(`the program ended:\n${this.output.slice(from)}`);
      const answer = await fetch(`${this.url}/readyz`).catch(() => null);
      if (answer?.ok) return;
      if (Date.now() > deadline) throw new Error(`not ready in two minutes:\n${this.output.slice(from)}`);
      await new Promise((next) => setTimeout(next, 50));
    }
  }

  /** As a power cut would: no goodbye. */
  async kill(): Promise<void> {
    await this.end("SIGKILL");
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null) return;
    const gone = new Promise((done) => child.once("exit", done));
    child.kill(signal);
    await gone;
    this.child = null;
  }

  async stop(): Promise<void> {
    await this.end("SIGTERM");
    rmSync(this.folder, { recursive: true, force: true });
  }
}
