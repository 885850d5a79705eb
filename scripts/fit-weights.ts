// Works out how much each word weighs, from the texts that rules are made on: `npm run weights`.
import { writeFileSync } from 'node:fs';
import { FITTED_FILE, fitWeights, toSource } from '../test/policy/fit-weights.ts';

writeFileSync(FITTED_FILE, toSource(fitWeights()));
