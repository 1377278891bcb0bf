// Others read what Glas exports: pyreadstat the SPSS file, csvw the table with its description, frictionless the package.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { binary } from '../glas.mjs';

const EXAMPLES = fileURLToPath(new URL('../../../examples/primerovo/', import.meta.url));
const READER = fileURLToPath(new URL('../data_sets.py', import.meta.url));

export default [{ name: 'others read the exported data sets as they were meant', run: readByOthers }];

async function readByOthers() {
  const python = process.env.GLAS_PYTHON;
  assert.ok(python, 'GLAS_PYTHON names the Python with the readers; `cargo xtask test` sets it');
  const folder = await mkdtemp(join(tmpdir(), 'glas-data-sets-'));
  try {
    for (const [format, name] of [
      ['sav', 'answers.sav'], ['csvw', 'answers.csv'], ['frictionless', 'package'], ['frictionless', 'package.zip'],
    ]) exported(folder, format, name);
    await spoil(folder);
    const read = spawnSync(python, [READER, folder], { encoding: 'utf8', maxBuffer: 1 << 28 });
    assert.equal(read.status, 0, read.stderr);
    const found = JSON.parse(read.stdout);
    const table = (await readFile(join(folder, 'answers.csv'), 'utf8')).split('\r\n').map((line) => line.split(','));
    checkSpss(found.spss, table[0]);
    assert.deepEqual([found.csvw.valid, found.csvw.rows], [true, 176]);
    assert.equal(found.csvw.columns, table[0].length);
    for (const one of [found.package, found.archive]) {
      assert.deepEqual([one.valid, one.rows], [true, [176]], JSON.stringify(one.errors));
    }
    // The same programs notice what is wrong.
    assert.deepEqual(found.spoiled, { csvw: false, package: false });
  } finally {
    await rm(folder, { recursive: true });
  }
}

function exported(folder, format, name) {
  const made = spawnSync(binary(), [
    'export', '--questionnaire', `${EXAMPLES}residents.xlsx`, '--answers', `${EXAMPLES}residents.csv`,
    '--date', '2023-07-27', '--demonstration', 'Демонстрационни данни', '--format', format, '-o', name, '--json',
  ], { cwd: folder, encoding: 'utf8' });
  assert.equal(made.status, 0, made.stderr);
}

/** A cell that is no answer, in both descriptions' tables. */
async function spoil(folder) {
  await cp(join(folder, 'package'), join(folder, 'spoiled'), { recursive: true });
  const data = join(folder, 'spoiled', 'data.csv');
  await writeFile(data, (await readFile(data, 'utf8')).replace('citizen', 'martian'));
  const text = await readFile(join(folder, 'answers.csv'), 'utf8');
  await writeFile(join(folder, 'spoiled.csv'), text.replace('citizen', 'martian'));
  const metadata = await readFile(join(folder, 'answers.csv-metadata.json'), 'utf8');
  await writeFile(join(folder, 'spoiled.csv-metadata.json'), metadata.replace('"url": "answers.csv"', '"url": "spoiled.csv"'));
}

function checkSpss(spss, names) {
  assert.deepEqual([spss.rows, spss.encoding, spss.names.length], [176, 'UTF-8', names.length]);
  assert.deepEqual(spss.names, names);
  assert.ok(spss.notes.includes('Демонстрационни данни'), JSON.stringify(spss.notes));
  // Labels are whole or end in an ellipsis within the room that SPSS has.
  for (const label of Object.values(spss.labels)) assert.ok(Buffer.byteLength(label) <= 255, label);
  for (const labels of Object.values(spss.values)) {
    for (const label of Object.values(labels)) assert.ok(Buffer.byteLength(label) <= 120, label);
  }
  // Why there is no answer: each kind has its number and its words, and none counts.
  const kinds = { '-1.0': 'Пропуснат въпрос', '-4.0': 'Въпросът не е задаван на този човек' };
  for (const [code, words] of Object.entries(kinds)) assert.equal(spss.values.used_times[code], words);
  assert.deepEqual(spss.missing.used_times, [['-7.0', '-1.0']]);
  assert.deepEqual(spss.missing.suggestion, [['#-4', '#-4'], ['#-5', '#-5'], ['#-7', '#-7']]);
  const counted = spss.told.q_waiting.filter((value) => Number(value) > 0).length;
  assert.equal(spss.present.q_waiting, counted);
  assert.ok(counted > 50 && counted < 176, `${counted}`);
  assert.deepEqual([spss.measure.q_waiting, spss.measure.gender], ['ordinal', 'nominal']);
  // What could be ticked together is a set.
  const set = spss.sets.forms_known_set;
  assert.deepEqual([set.type, set.is_dichotomy, set.counted_value], ['D', true, 1]);
  assert.deepEqual(set.variable_list, names.filter((name) => name.startsWith('forms_known_')));
}
