/** Does something with each item, so many at a time, and gives the results in the order of the items. */
export async function mapConcurrently<Item, Result>(
  items: readonly Item[],
  workers: number,
  task: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  // The workers take their items from one iterator, so nobody waits for a slow one.
  const entries = items.entries();
  const work = async (): Promise<void> => {
    for (const [index, item] of entries) results[index] = await task(item);
  };
  await Promise.all(Array.from({ length: workers }, work));
  return results;
}
