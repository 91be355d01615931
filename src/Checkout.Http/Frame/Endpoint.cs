using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Checkout.Http.Frame;

/// <summary>One slice: reads a call, decides, answers. Made for each request.</summary>
public interface ISlice
{
    Task<Reply> Handle(Call call);
}

/// <summary>
/// A line of the endpoint table that both hosts are built from. The name is that of the slice without its suffix;
/// the HTTP-triggered function has the same name.
/// </summary>
public sealed record Endpoint
{
    private const string Suffix = "Endpoint";

    private Endpoint(Type slice, string method, string route, Access access)
    {
        Slice = slice;
        Method = method;
        Route = route;
        Access = access;
        Name = slice.Name.EndsWith(Suffix, StringComparison.Ordinal) ? slice.Name[..^Suffix.Length] : slice.Name;
    }

    private IDialect? Spoken { get; init; }

    public string Name { get; private init; }
    public string Method { get; }

    /// <summary>Without a leading slash, as a function trigger wants it.</summary>
    public string Route { get; }
    public Access Access { get; }
    public Type Slice { get; }
    public string Summary { get; private init; } = "";
    public Type? Request { get; private init; }

    /// <summary>How its clients are answered: the line's own dialect, or that of its area.</summary>
    /// <exception cref="InvalidOperationException">The endpoint is in no table.</exception>
    public IDialect Dialect => Spoken ?? throw new InvalidOperationException($"{Name} is in no table and speaks no dialect.");

    /// <summary>What is under <c>data</c>, or the whole body of a flat answer.</summary>
    public Type? Response { get; private init; }

    /// <summary>The answer has no <c>data</c> around it.</summary>
    public bool IsFlat { get; private init; }

    /// <summary>Of an answer that succeeds.</summary>
    public int Status { get; private init; } = StatusCodes.Status200OK;
    public string ContentType { get; private init; } = "application/json";
    public ImmutableArray<QueryParameter> Query { get; private init; } = [];

    public static Endpoint Get<TSlice>(string route, Access access)
        where TSlice : class, ISlice => Of<TSlice>(HttpMethods.Get, route, access);

    public static Endpoint Post<TSlice>(string route, Access access)
        where TSlice : class, ISlice => Of<TSlice>(HttpMethods.Post, route, access);

    public static Endpoint Put<TSlice>(string route, Access access)
        where TSlice : class, ISlice => Of<TSlice>(HttpMethods.Put, route, access);

    public static Endpoint Patch<TSlice>(string route, Access access)
        where TSlice : class, ISlice => Of<TSlice>(HttpMethods.Patch, route, access);

    public static Endpoint Delete<TSlice>(string route, Access access)
        where TSlice : class, ISlice => Of<TSlice>(HttpMethods.Delete, route, access);

    /// <summary>For a second route to the same slice.</summary>
    public Endpoint Named(string name) => this with { Name = name };

    /// <summary>One sentence for the API document.</summary>
    public Endpoint Says(string summary) => this with { Summary = summary };

    /// <summary>
    /// A body. For the API document it is shown by the file that is named after the slice or, where all slices are sent the
    /// same, after the type: <c>AddressBody.json</c> beside <c>AddressBody.cs</c>.
    /// </summary>
    public Endpoint Takes<TRequest>() => this with { Request = typeof(TRequest) };

    public Endpoint Gives<TResponse>(int status = StatusCodes.Status200OK) => this with { Response = typeof(TResponse), Status = status };

    /// <summary>An answer without a body.</summary>
    public Endpoint GivesNothing() => this with { Status = StatusCodes.Status204NoContent };

    /// <summary>An answer that is the whole body.</summary>
    public Endpoint GivesFlat<TResponse>(int status = StatusCodes.Status200OK) => Gives<TResponse>(status) with { IsFlat = true };

    /// <summary>An answer that is not JSON: a page, a script.</summary>
    public Endpoint GivesText(string contentType) => this with { ContentType = contentType };

    /// <summary>For a line that is answered in another dialect than its area.</summary>
    public Endpoint Speaks(IDialect dialect) => this with { Spoken = dialect };

    /// <summary>A query parameter, for the API document.</summary>
    public Endpoint Asks(string name, string description, bool required = false) =>
        this with
        {
            Query = Query.Add(new QueryParameter(name, description, required)),
        };

    internal Endpoint SpeaksAtLeast(IDialect dialect) => Spoken is null ? Speaks(dialect) : this;

    internal ISlice Open(IServiceProvider services) => (ISlice)services.GetRequiredService(Slice);

    private static Endpoint Of<TSlice>(string method, string route, Access access)
        where TSlice : class, ISlice => new(typeof(TSlice), method, route, access);
}

public sealed record QueryParameter(string Name, string Description, bool Required);
