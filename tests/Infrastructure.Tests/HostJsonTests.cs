using System.Text.Json.Nodes;

namespace Infrastructure.Tests;

public sealed class HostJsonTests
{
    private static readonly JsonNode Host = JsonNode.Parse(Repository.Read("host.json"))!;

    private static JsonNode Durable => Host["extensions"]!["durableTask"]!;

    [Fact]
    public void Http_Routes_HaveNoPrefix() => Host["extensions"]!["http"]!["routePrefix"]!.GetValue<string>().ShouldBeEmpty();

    [Fact]
    public void Durable_QueuePolling_KeepsNoShopperWaiting() =>
        Durable["storageProvider"]!["maxQueuePollingInterval"]!.GetValue<string>().ShouldBe("00:00:01");

    [Fact]
    public void Durable_AfterACrash_ResumesWithinAMinute()
    {
        Durable["storageProvider"]!["controlQueueVisibilityTimeout"]!.GetValue<string>().ShouldBe("00:01:00");
        Durable["storageProvider"]!["workItemQueueVisibilityTimeout"]!.GetValue<string>().ShouldBe("00:01:00");
    }

    /// <summary>The extension turns them off for every worker that is not in its process, with a warning at each start.</summary>
    [Fact]
    public void Durable_ExtendedSessions_AreNotAskedFor() => Durable["extendedSessionsEnabled"].ShouldBeNull();

    /// <summary>A rolling update runs two versions of the code at once: an old instance must not replay what a new one began.</summary>
    [Fact]
    public void Durable_Orchestrations_AreNotReplayedByOlderCode()
    {
        Durable["defaultVersion"]!.GetValue<string>().ShouldNotBeEmpty();
        Durable["versionMatchStrategy"]!.GetValue<string>().ShouldBe("CurrentOrOlder");
        Durable["versionFailureStrategy"]!.GetValue<string>().ShouldBe("Reject");
    }

    [Fact]
    public void Durable_Traces_HoldNoInputsOrOutputs() => Durable["tracing"]!["traceInputsAndOutputs"]!.GetValue<bool>().ShouldBeFalse();
}
