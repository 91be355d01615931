using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Frame;

/// <summary>Every endpoint of a host, by area. Both hosts, the function triggers and the API document are made from it.</summary>
public sealed class EndpointTable
{
    private readonly ImmutableArray<EndpointArea> areas;
    private readonly FrozenDictionary<string, Endpoint> byName;

    /// <exception cref="ArgumentException">Two endpoints have one name.</exception>
    public EndpointTable(params ImmutableArray<EndpointArea> areas)
    {
        this.areas = areas;
        All = [.. areas.SelectMany(area => area.Lines.Select(endpoint => endpoint.SpeaksAtLeast(area.Dialect)))];
        byName = All.ToFrozenDictionary(e => e.Name, StringComparer.Ordinal);
    }

    public ImmutableArray<Endpoint> All { get; }

    public Endpoint Named(string name) => byName[name];

    /// <summary>The area that all paths below its base belong to, also those that no endpoint takes; null for any other path.</summary>
    public EndpointArea? Of(PathString path) => areas.FirstOrDefault(area => area.Has(path));

    /// <summary>How a path that no endpoint takes is answered: as its area is, or as the first area.</summary>
    public IDialect DialectOf(PathString path) => (Of(path) ?? areas[0]).Dialect;
}

/// <summary>Endpoints that speak one dialect, save those that name one of their own.</summary>
public sealed record EndpointArea(IDialect Dialect, ImmutableArray<Endpoint> Lines)
{
    /// <summary>Where all its paths begin, without slashes at the ends; empty when it shares them with other areas.</summary>
    public string Base { get; init; } = "";

    internal bool Has(PathString path) => Base.Length > 0 && path.StartsWithSegments($"/{Base}", StringComparison.OrdinalIgnoreCase);
}
