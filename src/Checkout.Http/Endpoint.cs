using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Checkout.Http;

/// <summary>One slice: reads a call, decides, answers. Made anew for each request.</summary>
public interface ISlice
{
    Task<IResult> Handle(Call call);
}

/// <summary>
/// A line of the endpoint table that both hosts are built from. The name is that of the slice without its suffix;
/// the HTTP-triggered function bears the same name.
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

    public string Name { get; }
    public string Method { get; }

    /// <summary>Without a leading slash, as a function trigger wants it.</summary>
    public string Route { get; }
    public Access Access { get; }
    public Type Slice { get; }
    public string Summary { get; private init; } = "";
    public Type? Request { get; private init; }
    public string? RequestExample { get; private init; }

    /// <summary>What stands under <c>data</c>, or the whole body of a flat answer.</summary>
    public Type? Response { get; private init; }

    public static Endpoint Get<TSlice>(string route, Access access) where TSlice : class, ISlice => Of<TSlice>(HttpMethods.Get, route, access);

    public static Endpoint Post<TSlice>(string route, Access access) where TSlice : class, ISlice => Of<TSlice>(HttpMethods.Post, route, access);

    public static Endpoint Put<TSlice>(string route, Access access) where TSlice : class, ISlice => Of<TSlice>(HttpMethods.Put, route, access);

    public static Endpoint Patch<TSlice>(string route, Access access) where TSlice : class, ISlice => Of<TSlice>(HttpMethods.Patch, route, access);

    public static Endpoint Delete<TSlice>(string route, Access access) where TSlice : class, ISlice => Of<TSlice>(HttpMethods.Delete, route, access);

    /// <summary>One sentence for the API document.</summary>
    public Endpoint Says(string summary) => this with { Summary = summary };

    /// <param name="example">A JSON body for the API document.</param>
    public Endpoint Takes<TRequest>(string? example = null) => this with { Request = typeof(TRequest), RequestExample = example };

    public Endpoint Gives<TResponse>() => this with { Response = typeof(TResponse) };

    internal ISlice Open(IServiceProvider services) => (ISlice)services.GetRequiredService(Slice);

    private static Endpoint Of<TSlice>(string method, string route, Access access) where TSlice : class, ISlice =>
        new(typeof(TSlice), method, route, access);
}
