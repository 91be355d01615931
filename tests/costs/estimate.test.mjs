import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { counts, estimate, pageWithTables, prices } from "../../docs/costs/estimate.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const near = (actual, expected) => assert.ok(Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`);

// Round numbers, so that each line can be worked out by hand.
const simple = {
  counts: {
    hoursInMonth: 10,
    memoryGb: 2,
    samplingRatio: 0.5,
    idle: { queuePerSecond: 1, blobPerSecond: 0.5, metricBytesPerMinute: 2_000_000 },
    timers: [{ perMonth: 100, billedSeconds: 1, table: 1, blob: 2, blobWrite: 1 }],
    alerts: { every5Minutes: 2, every15MinutesOrMore: 1 },
    privateNetwork: { endpoints: 4, zones: 3 },
  },
  prices: {
    storage: { tablePer10000: 1, queuePer10000: 2, blobPer10000: 3, blobWritePer10000: 4, tableGbMonth: 5 },
    functions: { gbSecond: 0.1, freeGbSeconds: 300, executionsPer1000000: 10, freeExecutions: 600, alwaysReadyGbSecond: 0.001 },
    logs: { gb: 3, freeGb: 1, ruleEvery5Minutes: 1.5, ruleEvery15MinutesOrMore: 0.5 },
    network: { privateEndpointHour: 0.01, dnsZoneMonth: 0.5 },
  },
};
const kind = { executions: 3, billedSeconds: 2, table: 10, queue: 20, purge: { table: 2, blob: 1 }, traceBytes: 2_000_000, storedBytes: 1_000_000 };

test("an idle month is timers and polling, within what is free", () => {
  const { lines, total } = estimate(null, 0, {}, simple);

  near(lines["Storage transactions of orders and timers"], (100 * 1 + 200 * 3 + 100 * 4) / 10_000);
  near(lines["Polling of an instance that waits"], (36_000 * (1 * 2 + 0.5 * 3)) / 10_000);
  near(lines["Executions"], 0);
  near(lines["Execution time"], 0);
  // 2 MB a minute for 600 minutes are 1.2 GB, of which one is free.
  near(lines["Telemetry"], 0.2 * 3);
  near(total, Object.values(lines).reduce((sum, amount) => sum + amount, 0));
});

test("orders add their transactions, executions, time, telemetry and data", () => {
  const { lines, used } = estimate(kind, 1000, {}, simple);

  assert.deepEqual([used.table, used.queue, used.blob], [10_000 + 2_000 + 100, 20_000, 1_000 + 200]);
  near(lines["Storage transactions of orders and timers"], (12_100 * 1 + 20_000 * 2 + 1_200 * 3 + 100 * 4) / 10_000);
  near(lines["Executions"], ((3_100 - 600) * 10) / 1_000_000);
  near(lines["Execution time"], (2_100 * 2 - 300) * 0.1);
  near(lines["Telemetry"], (1 + 1.2 - 1) * 3);
  near(lines["Data kept, of this month's orders"], 1 * 5);
});

test("memory, sampling, always-ready instances, alerts and the private network are chosen", () => {
  const choice = { memoryGb: 4, samplingRatio: 0, alwaysReady: 2, alerts: true, privateNetwork: true };
  const { lines } = estimate(kind, 1000, choice, simple);

  near(lines["Execution time"], (2_100 * 4 - 300) * 0.1);
  near(lines["Telemetry"], 0.2 * 3);
  near(lines["Always-ready instances"], 2 * 4 * 36_000 * 0.001);
  near(lines["Alerts"], 2 * 1.5 + 0.5);
  near(lines["Private network"], 4 * 10 * 0.01 + 3 * 0.5);
});

test("the page shows the tables of today's counts and prices", () => {
  const page = readFileSync(join(root, "docs/costs.md"), "utf8");

  assert.equal(page, pageWithTables(page), "run: node docs/costs/estimate.mjs --write");
  assert.ok(page.includes(prices.date), "the page does not say of which day the prices are");
});

test("the timers are those of the code", () => {
  const schedules = readdirSync(join(root, "src/CheckoutFunctions"), { recursive: true })
    .filter(file => file.endsWith(".cs") && !/(^|[\\/])(obj|bin)[\\/]/.test(file))
    .flatMap(file => [...readFileSync(join(root, "src/CheckoutFunctions", file), "utf8").matchAll(/TimerTrigger\("([^"]+)"/g)])
    .map(match => match[1]);

  assert.deepEqual(counts.timers.map(timer => timer.schedule).sort(), schedules.sort());
});

test("the alerts and the private network are those of the template", () => {
  const alerts = readFileSync(join(root, "infra/modules/alerts.bicep"), "utf8");
  const every = [...alerts.matchAll(/(?:frequency|evaluationFrequency): '(PT\d+[MH])'/g)].map(match => match[1]);
  const network = readFileSync(join(root, "infra/modules/network.bicep"), "utf8");

  assert.equal(every.filter(time => time === "PT5M").length, counts.alerts.every5Minutes);
  assert.equal(every.filter(time => time !== "PT5M").length, counts.alerts.every15MinutesOrMore);
  assert.equal([...network.matchAll(/\{ service: '/g)].length, counts.privateNetwork.endpoints);
});

test("a Create Order is the executions of its code: the call, the orchestration, its activities", () => {
  const code = readFileSync(join(root, "src/CheckoutFunctions/CreateOrder/CreateOrderOrchestration.cs"), "utf8");
  const activities = [...code.matchAll(/\.CallActivityAsync\b/g)].length;

  assert.ok(activities > 0);
  assert.equal(counts.orders.find(order => order.name === "A Create Order, by orchestration").executions, 2 + activities);
});

test("every price names its page, and the file its day", () => {
  assert.match(prices.date, /^\d{4}-\d{2}-\d{2}$/);
  for (const group of ["storage", "functions", "logs", "network"]) assert.match(prices[group].page, /^https:\/\/azure\.microsoft\.com\/pricing\//);
});
