import { parentPort, workerData } from 'node:worker_threads';
import type { Order } from './crew.ts';
import { workersFor, type Work, type WorkSettings } from './work.ts';

/* One thread of a crew. What goes wrong here ends the thread, and the crew hears of it. */

const settings: WorkSettings = workerData;
const workers = workersFor(settings);

parentPort?.on('message', (order: Order) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows of a browser
  void answer(order).then((results) => parentPort?.postMessage(results));
});

function answer(order: Order): Promise<readonly Work[keyof Work]['result'][]> {
  return order.kind === 'look'
    ? inTurn(workers.look, order.given)
    : inTurn(workers.check, order.given);
}

async function inTurn<Given, Result>(
  work: (given: Given) => Promise<Result>,
  given: readonly Given[],
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const each of given) results.push(await work(each));
  return results;
}
