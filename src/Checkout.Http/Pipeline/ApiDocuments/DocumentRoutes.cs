namespace Checkout.Http.Pipeline.ApiDocuments;

/// <summary>Routes of what describes the API.</summary>
public static class DocumentRoutes
{
    public const string Document = "openapi.json";
    public const string Reader = "docs";
    public const string ReaderScript = "docs/reader.js";
}
