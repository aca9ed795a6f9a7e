// `npm run conformance [-- SUITE…]`: the corpus through the readers and the program. Each suite is a
// file of scripts/conformance and gives how many cases there are and which fail, each with its reason;
// without a name all run but `media`, which takes a quarter of an hour.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { requireCorpus } from './lib-corpus.mjs';

const folder = join(import.meta.dirname, 'conformance');
const suites = readdirSync(folder)
  .filter((name) => name.endsWith('.mjs') && !name.startsWith('lib-'))
  .map((name) => name.slice(0, -'.mjs'.length))
  .sort();
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const unknown = asked.find((name) => !suites.includes(name));
if (unknown !== undefined) {
  console.error(`there is no suite "${unknown}"; there are: ${suites.join(', ')}`);
  process.exit(2);
}
const corpus = requireCorpus();
const chosen = asked.length > 0 ? asked : suites.filter((name) => name !== 'media');
const rows = [];
for (const name of chosen) {
  const { runSuite } = await import(pathToFileURL(join(folder, `${name}.mjs`)).href);
  const { total, failures, notes = [] } = await runSuite(corpus);
  console.log(`\n${name}: ${total - failures.length} of ${total}`);
  for (const note of notes) console.log(`  ${note}`);
  for (const { name: file, reason } of failures) console.log(`  fails: ${file}: ${reason}`);
  rows.push({ name, passed: total - failures.length, total });
  // A suite that found no case has shown nothing.
  if (failures.length > 0 || total === 0) process.exitCode = 1;
}
console.log(`\n${'suite'.padEnd(16)} ${'passed'.padStart(7)} / total`);
for (const { name, passed, total } of rows) {
  const share = total === 0 ? '' : ` (${((100 * passed) / total).toFixed(1)} %)`;
  console.log(`${name.padEnd(16)} ${String(passed).padStart(7)} / ${total}${share}`);
}
