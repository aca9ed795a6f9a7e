#!/usr/bin/env node
// The `zimu` program: runs the built command line in this process.
import { existsSync } from 'node:fs';
import { followParent } from './lib-follow-parent.mjs';

followParent();

const built = new URL('../out/main/cli.js', import.meta.url);

if (existsSync(built)) {
  const { main } = await import(built.href);
  process.exit(await main(process.argv.slice(2)));
} else {
  console.error('zimu: error [setup] Zimu Studio is not built yet.');
  console.error('  What to do: run "npm run setup" in the project folder.');
  process.exit(4);
}
