// CheckoutLocal with the demo shop and a storage emulator of its own: it can be told to die at a crash point, and started again.
import { execFileSync, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const startTime = 240_000;

/**
 * A port that nothing listens on, below those that outgoing connections take: between now and the start of what listens on it,
 * and while that is down for a restart, no connection of another process happens to have it.
 */
const freePort = async () => {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    const isFree = await new Promise((done) => {
      const server = createServer()
        .once('error', () => done(false))
        .listen(port, '127.0.0.1', () => server.close(() => done(true)));
    });
    if (isFree) return port;
  }
};

/** Asks again and again until the answer is not null. `what` is waited for, or tells it. */
export async function until(ask, what, time = 120_000) {
  const end = Date.now() + time;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited in vain: ${typeof what === 'function' ? what() : what}`);
    await new Promise((done) => {
      setTimeout(done, 150);
    });
  }
}

const answers = async (url) => (await fetch(url).catch(() => null)) !== null;

export class Host {
  /** @param settings what its environment has besides. */
  static async start(settings = {}) {
    const host = new Host();
    host.settings = settings;
    host.folder = mkdtempSync(join(tmpdir(), 'console-browser-'));
    try {
      await host.begin();
    } catch (error) {
      await host.stop();
      throw error;
    }
    return host;
  }

  async begin() {
    const azurite = execFileSync('node', [join(root, 'tools/azurite/install.mjs')])
      .toString()
      .trim();
    const tables = await freePort();
    this.azurite = spawn(
      'node',
      [
        azurite,
        '--tableHost',
        '127.0.0.1',
        '--tablePort',
        String(tables),
        '--skipApiVersionCheck',
        '--disableTelemetry',
        '--inMemoryPersistence',
        '--silent',
      ],
      { cwd: this.folder, stdio: 'ignore' },
    );
    await until(() => answers(`http://127.0.0.1:${tables}/`), 'the storage emulator', startTime);
    this.storage =
      'DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/' +
      `K1SZFPTOtr/KBHBeksoGMGw==;TableEndpoint=http://127.0.0.1:${tables}/devstoreaccount1;`;
    this.url = `http://127.0.0.1:${await freePort()}`;
    await this.run();
  }

  async run() {
    this.said = [];
    this.process = spawn('dotnet', [join(root, 'src/CheckoutLocal/bin/Release/net10.0/CheckoutLocal.dll'), '--urls', this.url], {
      cwd: this.folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        DOTNET_ENVIRONMENT: 'Development',
        CHECKOUT_CRASH_POINTS: this.folder,
        Storage__ConnectionString: this.storage,
        Local__SamplesFolder: join(root, 'samples'),
        Local__SweepSeconds: '2',
        'Secrets__jwt-signing-key': '0123456789abcdef'.repeat(4),
        Mail__Folder: join(this.folder, 'mail'),
        ...this.settings,
      },
    });
    for (const stream of [this.process.stdout, this.process.stderr]) stream.on('data', (text) => this.said.push(String(text)));
    this.ended = new Promise((done) => {
      this.process.once('exit', done);
    });
    const isReady = async () => {
      if (this.process.exitCode !== null) throw new Error(`the host ended with ${this.process.exitCode}: ${this.said.join('')}`);
      return (await fetch(`${this.url}/health/ready`).catch(() => null))?.ok;
    };
    await until(isReady, () => `the host, which said: ${this.said.join('')}`, startTime);
  }

  /** From now on the k-th time that this place is reached is the last thing the process does. */
  crashAt(place) {
    writeFileSync(join(this.folder, 'crash-at'), place ? `${place}#1` : '');
  }

  /** While it is away, nothing reaches the merchant's platform. */
  platformIsAway(isAway) {
    const file = join(this.folder, 'platform-away');
    if (isAway) writeFileSync(file, '');
    else rmSync(file, { force: true });
  }

  /** The letters of an order that were sent, as they are. */
  letters(id) {
    const folder = join(this.folder, 'mail', id);
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
      .filter((file) => file.endsWith('.eml'))
      .map((file) => readFileSync(join(folder, file), 'utf8'));
  }

  async stop() {
    this.process?.kill();
    await this.ended;
    this.azurite?.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
