import { configureGlobal } from 'fast-check';

/*
 * Property tests draw the same inputs each time, so that a test that fails belongs to the change at
 * hand. `KALINT_SEED=$RANDOM npm test` looks elsewhere.
 */
configureGlobal({ seed: Number(process.env['KALINT_SEED'] ?? 20261120) });
