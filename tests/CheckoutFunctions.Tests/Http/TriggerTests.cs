using System.Reflection;
using Checkout.Functions.Http;
using Checkout.Http.Hosting;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;

namespace Checkout.Functions.Tests.Http;

public sealed class TriggerTests
{
    private static readonly IReadOnlyList<Trigger> Triggers =
    [
        .. typeof(DurableConnection).Assembly.GetTypes().SelectMany(t => t.GetMethods()).SelectMany(Trigger.Of),
    ];

    [Fact]
    public void EveryEndpoint_HasExactlyOneFunction_OfItsNameVerbAndRoute()
    {
        foreach (var endpoint in Endpoints.Table.All)
        {
            var trigger = Triggers.Where(t => t.Function == endpoint.Name).ShouldHaveSingleItem(endpoint.Name);
            trigger.Methods.ShouldBe([endpoint.Method.ToLowerInvariant()], endpoint.Name);
            trigger.Route.ShouldBe(TriggerFiles.RouteOf(endpoint), endpoint.Name);
        }
    }

    [Fact]
    public void NoFunction_IsWithoutAnEndpoint_ButThePreflightAndTheRefusal() =>
        Triggers
            .Select(t => t.Function)
            .Except(Endpoints.Table.All.Select(e => e.Name), StringComparer.Ordinal)
            .ShouldBe(["Preflight", PreflightFunction.Last]);

    /// <summary>The host takes the first function, by name, whose route fits: a literal part must come before a parameter.</summary>
    [Fact]
    public void RoutesThatOverlap_AreReachedByTheMoreLiteralFirst()
    {
        var byName = Triggers
            .Where(t => t.Function != nameof(PreflightFunction.Preflight))
            .OrderBy(t => t.Function, StringComparer.OrdinalIgnoreCase)
            .ToArray();

        foreach (var (earlier, later) in byName.SelectMany((earlier, i) => byName.Skip(i + 1).Select(later => (earlier, later))))
            if (earlier.Methods.Intersect(later.Methods).Any())
                earlier.Hides(later).ShouldBeFalse($"{earlier.Function} takes what is meant for {later.Function}");
    }

    /// <summary>The worker parses every route behind a slash before it answers its first request, and one that it cannot read ends all.</summary>
    [Fact]
    public void EveryRoute_BehindASlash_IsReadByTheWorker() => Triggers.ShouldAllBe(t => RoutePatternFactory.Parse($"/{t.Route}") != null);

    [Fact]
    public void Refusal_TakesEveryVerbOfTheTable() =>
        Endpoints
            .Table.All.Select(e => e.Method.ToLowerInvariant())
            .Except(Triggers.Single(t => t.Function == PreflightFunction.Last).Methods)
            .ShouldBeEmpty();

    /// <summary>The API has a sign-in of its own; a function key would be a second one that no client sends.</summary>
    [Fact]
    public void EveryFunction_IsAnonymousToTheHost() => Triggers.ShouldAllBe(t => t.Level == AuthorizationLevel.Anonymous);

    /// <summary>What changes an order may set a timer, for which it takes a Durable client.</summary>
    [Fact]
    public void EveryFunctionThatChanges_LeavesADurableClient() =>
        Triggers
            .Where(t => !t.HasDurableClient && t.Function != PreflightFunction.Last)
            .SelectMany(t => t.Methods)
            .Distinct()
            .Order()
            .ShouldBe(["get", "options"]);

    [Fact]
    public void FunctionNames_AreUnique_WhateverTheirCase() =>
        typeof(DurableConnection)
            .Assembly.GetTypes()
            .SelectMany(t => t.GetMethods())
            .Select(m => m.GetCustomAttribute<FunctionAttribute>()?.Name)
            .OfType<string>()
            .ShouldBeUnique(StringComparer.OrdinalIgnoreCase);

    private sealed record Trigger(string Function, string[] Methods, string? Route, AuthorizationLevel Level, bool HasDurableClient)
    {
        /// <summary>True when each path of the other's fits here too, so that the other is never called.</summary>
        public bool Hides(Trigger other)
        {
            // Its constraint, which the matcher below does not ask, lets nothing but the root in.
            if (Route == TriggerFiles.Root)
                return other.Route == TriggerFiles.Root;
            var path = "/" + string.Join('/', other.Route!.Split('/').Select(part => part.StartsWith('{') ? "x" : part));
            return new TemplateMatcher(TemplateParser.Parse(Route!), []).TryMatch(path, []);
        }

        public static IEnumerable<Trigger> Of(MethodInfo method) =>
            from parameter in method.GetParameters()
            let http = parameter.GetCustomAttribute<HttpTriggerAttribute>()
            where http is not null
            select new Trigger(
                method.GetCustomAttribute<FunctionAttribute>()!.Name,
                http.Methods ?? [],
                http.Route,
                http.AuthLevel,
                method.GetParameters().Any(p => p.GetCustomAttribute<DurableClientAttribute>() is not null)
            );
    }
}
