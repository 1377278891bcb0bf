// Programs: they read what the description of the open data promises, and every page is HTML that a checker accepts.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { startGlas } from '../glas.mjs';
import { wrongWith } from '../validator.mjs';

const SETTINGS = fileURLToPath(new URL('../schemathesis.toml', import.meta.url));

export default [
  { name: 'every page sample is valid HTML', run: validates },
  { name: 'schemathesis finds the open data as they are described', run: keepsItsPromises },
];

async function validates() {
  const folder = process.env.GLAS_SPECIMENS;
  assert.ok(folder, 'GLAS_SPECIMENS names the folder of the page samples; `cargo xtask test` sets it');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.html')).sort();
  assert.ok(names.length > 100, `only ${names.length} page samples`);
  const problems = [];
  for (const name of names) {
    for (const problem of await wrongWith(await readFile(`${folder}/${name}`, 'utf8'))) problems.push(`${name}: ${problem}`);
  }
  assert.equal(problems.length, 0, problems.join('\n'));
}

async function keepsItsPromises() {
  const program = process.env.GLAS_SCHEMATHESIS;
  assert.ok(program, 'GLAS_SCHEMATHESIS names the checker; `cargo xtask test` sets it');
  const glas = await startGlas();
  try {
    const [status, output] = await ended(program, [
      '--config-file', SETTINGS, '--no-color', 'run', `${glas.address}/openapi.json`,
    ]);
    assert.equal(status, 0, output);
    // The summary says how many addresses were really asked for.
    assert.match(output, /Operations:\s+(\d+) selected/, output);
    const [, selected] = output.match(/Operations:\s+(\d+) selected/);
    assert.ok(Number(selected) >= 20, output);
  } finally {
    await glas.stop();
  }
}

function ended(program, words) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const hear = (bytes) => (output += bytes);
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    child.on('error', reject);
    child.on('close', (status) => resolve([status, output]));
  });
}
