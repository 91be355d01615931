/**
 * A reporter for node --test: `SKIPPED name` for each test that was left out, then `N passed, N failed`. A suite is no test, and
 * neither is a file; one that failed by itself, not by its tests, is counted as failed.
 */
export default async function* count(events) {
  let passed = 0;
  let failed = 0;
  for await (const { type, data } of events) {
    const holdsTests = data?.details?.type === 'suite' || data?.name?.endsWith('.mjs');
    if (type === 'test:pass' && data.skip) yield `SKIPPED ${data.name}${data.skip === true ? '' : `: ${data.skip}`}\n`;
    else if (type === 'test:pass' && !holdsTests) passed++;
    if (type === 'test:fail' && !(holdsTests && data.details?.error?.failureType === 'subtestsFailed')) failed++;
  }
  yield `${passed} passed, ${failed} failed\n`;
}
