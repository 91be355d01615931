using System.Reflection;
using Checkout.Http;
using Microsoft.Azure.Functions.Worker;

namespace Checkout.Functions.Tests.Http;

public sealed class TriggerTests
{
    private static readonly IReadOnlyList<Trigger> Triggers =
        [.. typeof(DurableConnection).Assembly.GetTypes().SelectMany(t => t.GetMethods()).SelectMany(Trigger.Of)];

    [Fact]
    public void EveryEndpoint_HasExactlyOneFunction_OfItsNameVerbAndRoute()
    {
        foreach (var endpoint in Endpoints.All)
        {
            var trigger = Triggers.Where(t => t.Function == endpoint.Name).ShouldHaveSingleItem(endpoint.Name);
            trigger.Methods.ShouldBe([endpoint.Method.ToLowerInvariant()], endpoint.Name);
            trigger.Route.ShouldBe(endpoint.Route, endpoint.Name);
        }
    }

    [Fact]
    public void NoFunction_IsWithoutAnEndpoint_ButThePreflight() =>
        Triggers.Select(t => t.Function).Except(Endpoints.All.Select(e => e.Name), StringComparer.Ordinal).ShouldBe(["Preflight"]);

    /// <summary>The API has a sign-in of its own; a function key would be a second one that no client sends.</summary>
    [Fact]
    public void EveryFunction_IsAnonymousToTheHost() =>
        Triggers.ShouldAllBe(t => t.Level == AuthorizationLevel.Anonymous);

    /// <summary>What changes an order may set a timer, for which it takes a Durable client.</summary>
    [Fact]
    public void EveryFunctionThatChanges_LeavesADurableClient() =>
        Triggers.Where(t => !t.HasDurableClient).SelectMany(t => t.Methods).Distinct().Order().ShouldBe(["get", "options"]);

    [Fact]
    public void FunctionNames_AreUnique_WhateverTheirCase() =>
        typeof(DurableConnection).Assembly.GetTypes().SelectMany(t => t.GetMethods())
            .Select(m => m.GetCustomAttribute<FunctionAttribute>()?.Name).OfType<string>()
            .ShouldBeUnique(StringComparer.OrdinalIgnoreCase);

    private sealed record Trigger(string Function, string[] Methods, string? Route, AuthorizationLevel Level, bool HasDurableClient)
    {
        public static IEnumerable<Trigger> Of(MethodInfo method) =>
            from parameter in method.GetParameters()
            let http = parameter.GetCustomAttribute<HttpTriggerAttribute>()
            where http is not null
            select new Trigger(
                method.GetCustomAttribute<FunctionAttribute>()!.Name,
                http.Methods ?? [],
                http.Route,
                http.AuthLevel,
                method.GetParameters().Any(p => p.GetCustomAttribute<DurableClientAttribute>() is not null));
    }
}
