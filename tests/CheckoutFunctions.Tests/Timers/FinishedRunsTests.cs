using System.Collections.Concurrent;
using System.Globalization;
using Checkout.Functions.Timers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace Checkout.Functions.Tests.Timers;

public sealed class FinishedRunsTests
{
    private const int PageSize = 100;

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 5, 4, 12, 0, 0, TimeSpan.Zero));
    private readonly ConcurrentDictionary<string, OrchestrationMetadata> runs = new(StringComparer.Ordinal);
    private Action purged = () => { };

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Completed)]
    [InlineData(OrchestrationRuntimeStatus.Failed)]
    [InlineData(OrchestrationRuntimeStatus.Terminated)]
    public async Task Delete_ARunThatEnded_GoesAfterAWeek(OrchestrationRuntimeStatus status)
    {
        Add("old", status, FinishedRuns.KeptFor + TimeSpan.FromMinutes(1));
        Add("young", status, FinishedRuns.KeptFor - TimeSpan.FromMinutes(1));

        await Delete();

        runs.Keys.ShouldBe(["young"]);
    }

    /// <summary>A delayed capture may wait longer than that.</summary>
    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Running)]
    [InlineData(OrchestrationRuntimeStatus.Pending)]
    [InlineData(OrchestrationRuntimeStatus.Suspended)]
    public async Task Delete_ARunUnderWay_StaysHoweverOld(OrchestrationRuntimeStatus status)
    {
        Add("waiting", status, FinishedRuns.KeptFor * 10);

        await Delete();

        runs.Keys.ShouldBe(["waiting"]);
    }

    [Fact]
    public async Task Delete_MoreThanThereIsTimeFor_LeavesTheRestToTheNextHour()
    {
        foreach (var i in Enumerable.Range(0, 3 * PageSize))
            Add(i.ToString("D3", CultureInfo.InvariantCulture), OrchestrationRuntimeStatus.Completed, FinishedRuns.KeptFor * 2);
        purged = () => time.Advance(TimeSpan.FromSeconds(2));

        await Delete();
        runs.Count.ShouldBe(2 * PageSize);

        await Delete();
        await Delete();
        runs.ShouldBeEmpty();
    }

    private void Add(string id, OrchestrationRuntimeStatus status, TimeSpan age) =>
        runs[id] = new OrchestrationMetadata("run", id) { RuntimeStatus = status, CreatedAt = time.GetUtcNow() - age };

    private Task Delete()
    {
        var hub = new Mock<DurableTaskClient>("hub");
        hub.Setup(h => h.GetAllInstancesAsync(It.IsAny<OrchestrationQuery>())).Returns((OrchestrationQuery query) => Found(query));
        hub.Setup(h => h.PurgeInstanceAsync(It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Returns((string id, CancellationToken _) => Purge(id));
        return new FinishedRuns(time, NullLogger<FinishedRuns>.Instance).Delete(new TimerInfo(), hub.Object, CancellationToken.None);
    }

    private AsyncPageable<OrchestrationMetadata> Found(OrchestrationQuery query) =>
        Pageable.Create<OrchestrationMetadata>(
            (after, _) =>
            {
                var page = runs
                    .Values.Where(r =>
                        r.CreatedAt <= query.CreatedTo
                        && query.Statuses!.Contains(r.RuntimeStatus)
                        && string.CompareOrdinal(r.InstanceId, after) > 0
                    )
                    .OrderBy(r => r.InstanceId, StringComparer.Ordinal)
                    .Take(PageSize)
                    .ToArray();
                return Task.FromResult(new Page<OrchestrationMetadata>(page, page.Length < PageSize ? null : page[^1].InstanceId));
            }
        );

    private Task<PurgeResult> Purge(string id)
    {
        purged();
        return Task.FromResult(new PurgeResult(runs.TryRemove(id, out _) ? 1 : 0));
    }
}
