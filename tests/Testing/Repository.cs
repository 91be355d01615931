namespace Checkout.Testing;

/// <summary>The repository that the tests run in, found upwards from their output.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>A file or folder by its path from the top.</summary>
    public static string Path(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(folder, "CheckoutFunctions.sln")))
            folder =
                System.IO.Path.GetDirectoryName(folder)
                ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return folder;
    }
}
