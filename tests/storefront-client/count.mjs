/**
 * A reporter for node --test: `SKIPPED name` for each test that was left out, `FAILED: name: the error's first line` for each that
 * failed, then `N passed, N failed`. A suite is no test, and neither is a file; one that failed by itself, not by its tests, is
 * counted as failed. Of a file that took too long, the test is told in which it was.
 */
export default async function* count(events) {
  let passed = 0;
  const failed = [];
  let running = [];
  for await (const { type, data } of events) {
    const holdsTests = data?.details?.type === 'suite' || data?.name?.endsWith('.mjs');
    if (type === 'test:pass' && data.skip) yield `SKIPPED ${data.name}${data.skip === true ? '' : `: ${data.skip}`}\n`;
    else if (type === 'test:pass' && !holdsTests) passed++;
    if (type === 'test:dequeue') running.push(data);
    if (type === 'test:complete') running = running.filter((one) => !isSame(one, data));
    if (type === 'test:fail' && !(holdsTests && data.details?.error?.failureType === 'subtestsFailed')) {
      const within = running.findLast((one) => one.file === data.name && !isSame(one, data));
      failed.push(`FAILED: ${data.name}${within ? `, in «${within.name}»` : ''}: ${firstLine(data.details?.error)}\n`);
    }
  }
  yield* failed;
  yield `${passed} passed, ${failed.length} failed\n`;
}

const isSame = (one, other) => one.name === other.name && one.nesting === other.nesting && one.file === other.file;

const firstLine = (error) => String(error?.cause?.message ?? error?.message ?? error).split('\n')[0];
