using System.Collections.Immutable;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Http.Pipeline.ApiDocuments;

namespace Checkout.Http.Hosting;

/// <summary>What describes the API.</summary>
public static class DocumentEndpoints
{
    public static ImmutableArray<Endpoint> All { get; } =
    [
        Endpoint
            .Get<OpenApiEndpoint>(DocumentRoutes.Document, Access.Public)
            .Says("This document.")
            .Asks(OpenApiEndpoint.Unions, "any: what has two shapes is any value, for generators of clients that know no unions.")
            .GivesFlat<EmptyObject>(),
        Endpoint
            .Get<ReaderPageEndpoint>(DocumentRoutes.Reader, Access.Public)
            .Says("A page that shows this document.")
            .GivesText("text/html"),
        Endpoint
            .Get<ReaderScriptEndpoint>(DocumentRoutes.ReaderScript, Access.Public)
            .Says("The page's script.")
            .GivesText("text/javascript"),
    ];
}
