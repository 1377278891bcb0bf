// Others read the report as Glas writes it for office programs: python-docx and mammoth the text, openpyxl the tables.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { binary } from '../glas.mjs';

const EXAMPLES = fileURLToPath(new URL('../../../examples/primerovo/', import.meta.url));
const READER = fileURLToPath(new URL('../office_files.py', import.meta.url));

export default [{ name: 'others read the report to edit and its tables with the same numbers', run: readByOthers }];

async function readByOthers() {
  const python = process.env.GLAS_PYTHON;
  assert.ok(python, 'GLAS_PYTHON names the Python with the readers; `cargo xtask test` sets it');
  const folder = await mkdtemp(join(tmpdir(), 'glas-office-files-'));
  try {
    for (const name of ['report.docx', 'report.xlsx']) written(folder, name);
    const read = spawnSync(python, [READER, folder], { encoding: 'utf8', maxBuffer: 1 << 26 });
    assert.equal(read.status, 0, read.stderr);
    const { docx, xlsx, numbers } = JSON.parse(read.stdout);
    assert.deepEqual([docx.title, docx.language, docx.width, docx.errors], ['Обслужване в Примерово', 'bg-BG', 210, []]);
    assert.equal(docx.styles.Title, 1);
    for (const style of ['Heading 1', 'Heading 2', 'Caption', 'Quote', 'List Bullet']) {
      assert.ok(docx.styles[style] > 2, `${style}: ${docx.styles[style]}`);
    }
    assert.equal(docx.headings, docx.styles['Heading 1'] + docx.styles['Heading 2']);
    // Each picture says what it shows; a table with heads has them marked as heads.
    assert.ok(docx.pictures > 20);
    assert.equal(docx.described, docx.pictures);
    assert.ok(docx.heads >= docx.pictures);
    assert.deepEqual([xlsx.links, xlsx.formulas, xlsx.frozen], [xlsx.sheets, [], ['B3']]);
    assert.deepEqual(numbers.different, []);
    assert.ok(numbers.same > 400, `${numbers.same} numbers`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function written(folder, name) {
  const made = spawnSync(binary(), [
    'report', '--questionnaire', `${EXAMPLES}residents.xlsx`, '--answers', `${EXAMPLES}residents.csv`,
    '--audience', `officials=${EXAMPLES}officials.xlsx,${EXAMPLES}officials.csv`, '--title', 'Обслужване в Примерово',
    '--date', '2023-07-27', '--demonstration', 'Демонстрационни данни', '-o', name, '--json',
  ], { cwd: folder, encoding: 'utf8' });
  assert.equal(made.status, 0, made.stderr);
}
