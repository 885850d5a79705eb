import { readFileSync } from 'node:fs';
import process from 'node:process';

// Says in one line how the tests of a vitest JSON report went; a test that did not run counts as a failure of the run.
const report = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
const skipped = report.numPendingTests + report.numTodoTests;
const wrongFiles = report.testResults.filter(({ status }) => status !== 'passed').length;
console.log(`${report.numPassedTests} passed, ${report.numFailedTests} failed, ${skipped} skipped`);
if (report.numFailedTests > 0 || skipped > 0 || wrongFiles > 0 || report.numPassedTests === 0)
  process.exitCode = 1;
