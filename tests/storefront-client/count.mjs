/** A reporter for node --test: one line, `N passed, N failed`. A file is no test. */
export default async function* count(events) {
  let passed = 0;
  let failed = 0;
  for await (const { type, data } of events) {
    if (data?.name?.endsWith('.mjs')) continue;
    if (type === 'test:pass' && !data.skip) passed++;
    if (type === 'test:fail') failed++;
  }
  yield `${passed} passed, ${failed} failed\n`;
}
