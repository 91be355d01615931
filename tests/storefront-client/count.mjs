/** A reporter for node --test: `SKIPPED name` for each test that was left out, then `N passed, N failed`. A file is no test. */
export default async function* count(events) {
  let passed = 0;
  let failed = 0;
  for await (const { type, data } of events) {
    if (data?.name?.endsWith('.mjs')) continue;
    if (type === 'test:pass' && data.skip) yield `SKIPPED ${data.name}${data.skip === true ? '' : `: ${data.skip}`}\n`;
    if (type === 'test:pass' && !data.skip) passed++;
    if (type === 'test:fail') failed++;
  }
  yield `${passed} passed, ${failed} failed\n`;
}
