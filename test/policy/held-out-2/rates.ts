// Prints how many texts of the second held-out set the default policy gets wrong, and how many attempts of the corpus, by
// category; numbers only, never a text: `npx tsx test/policy/held-out-2/rates.ts`.
import { PRESETS } from '../../../src/policy/presets.ts';
import { measureAttempts, measureHeldOut2, measureHeldOutAttempts } from '../error-rates.ts';

const good = measureHeldOut2(PRESETS.default);
printRow('ordinary tasks refused', good.refused, good.all);
const heldOut = measureHeldOutAttempts(PRESETS.default);
printRow('attempts accepted', heldOut.accepted, heldOut.all);
const { bad, byCategory } = measureAttempts(PRESETS.default);
printRow('those of the corpus', bad.accepted, bad.all);
for (const [category, { accepted, all }] of byCategory) {
  printRow(`  ${category}`, accepted, all);
}

function printRow(label: string, wrong: number, all: number): void {
  const percent = `${((100 * wrong) / all).toFixed(1)} %`;
  console.log(
    `${label.padEnd(24)}${String(wrong).padStart(4)} of ${String(all).padStart(3)}${percent.padStart(9)}`,
  );
}
