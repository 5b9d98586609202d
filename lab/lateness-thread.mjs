// JavaScript, because a thread of Node 20 does not ask tsx what TypeScript is.
import { parentPort } from 'node:worker_threads';

/** In seconds: so long it sleeps, and so late it must wake up to be worth a message. */
const nap = 0.005;
const noticed = 0.01;

/** Seconds since 1970, as in clock.ts. */
const now = () => (performance.timeOrigin + performance.now()) / 1000;

let last = now();
setInterval(() => {
  const time = now();
  const seconds = time - last - nap;
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- this is no window
  if (seconds >= noticed) parentPort?.postMessage({ time, seconds });
  last = time;
}, nap * 1000);
