// The program under test: a demonstration of its own on a free port, with a data folder of its own.

import { spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PATIENCE = 60_000;
const running = new Set();

process.on('exit', () => running.forEach(({ child, folder }) => remove(child, folder)));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));

export function binary() {
  const path = process.env.GLAS_BINARY;
  if (!path) throw new Error('GLAS_BINARY names the program to test; `cargo xtask test` sets it');
  return path;
}

/** False as long as the program has no demonstration to show. */
export function hasDemonstration() {
  const help = spawnSync(binary(), ['--help'], { encoding: 'utf8', timeout: PATIENCE });
  return /\bdemo\b/.test(`${help.stdout}`);
}

/**
 * Starts `glas demo`, or an instance with nothing in it, and waits until it answers. An instance may be known by the name
 * `localhost`: browsers make no passkeys for an address of numbers.
 */
export async function startGlas({ empty = false, host = '127.0.0.1' } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'glas-journey-'));
  const port = await freePort();
  const data = join(folder, 'data');
  const command = empty
    ? ['serve', '--create', '--listen', `127.0.0.1:${port}`, '--data', data]
    : ['demo', '--port', String(port), '--data', data];
  const address = `http://${host}:${port}`;
  const child = spawn(binary(), command, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: empty ? { ...process.env, GLAS_ADDRESS: address } : process.env,
  });
  const glas = { child, folder };
  running.add(glas);
  let output = '';
  const hear = (bytes) => (output += bytes);
  child.stdout.setEncoding('utf8').on('data', hear);
  child.stderr.setEncoding('utf8').on('data', hear);
  const ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve(signal ?? code)));
  await untilHealthy(address, ended, () => output);
  return {
    address,
    /** Everything the program has printed so far. */
    output: () => output,
    /** The one-time links that let somebody choose a password. */
    setupLinks: () => output.match(/http:\/\/\S+\/setup\/\S+/g) ?? [],
    /** Asks it to end, and complains unless it ends well, in time and without ever having panicked. */
    async stop() {
      child.kill('SIGTERM');
      const how = await Promise.race([ended, pause(15_000).then(() => 'nothing: it went on for 15 s')]);
      running.delete(glas);
      remove(child, folder);
      if (how !== 0) throw new Error(`glas answered SIGTERM with ${how}\n${tail(output)}`);
      if (output.includes('panicked at')) throw new Error(`glas panicked\n${tail(output)}`);
    },
  };
}

async function untilHealthy(address, ended, output) {
  const end = Date.now() + PATIENCE;
  let over = false;
  ended.then(() => (over = true));
  while (Date.now() < end && !over) {
    const healthy = await fetch(`${address}/health`).then((answer) => answer.ok, () => false);
    if (healthy) return;
    await pause(50);
  }
  throw new Error(`glas ${over ? 'ended at once' : `did not answer ${address}/health`}\n${tail(output())}`);
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function remove(child, folder) {
  child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const tail = (text) => text.split('\n').slice(-30).join('\n');
