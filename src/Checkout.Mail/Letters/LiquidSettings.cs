using System.Text;
using Fluid;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Checkout.Mail.Letters;

/// <summary>What every template runs under: unknown filters end it, and the parts that it may include are the built-in ones.</summary>
internal static class LiquidSettings
{
    public static TemplateOptions Options { get; } = Make();

    private static TemplateOptions Make()
    {
        var options = new TemplateOptions
        {
            MaxSteps = LiquidRun.MostSteps,
            MaxRecursion = 20,
            StrictFilters = true,
            FileProvider = new Parts(),
        };
        options.Filters.Clear();
        foreach (var (name, filter) in LiquidFilters.All)
            options.Filters.AddFilter(name, filter);
        return options;
    }

    private sealed class Parts : IFileProvider
    {
        public IFileInfo GetFileInfo(string subpath)
        {
            var name = subpath.EndsWith(".liquid", StringComparison.Ordinal) ? subpath[..^".liquid".Length] : subpath;
            return LetterFiles.Template(name) is { } text ? new Part(name, text) : new NotFoundFileInfo(subpath);
        }

        public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

        public IChangeToken Watch(string filter) => NullChangeToken.Singleton;
    }

    private sealed class Part(string name, string text) : IFileInfo
    {
        public bool Exists => true;
        public long Length => Encoding.UTF8.GetByteCount(text);
        public string? PhysicalPath => null;
        public string Name => name;
        public DateTimeOffset LastModified => DateTimeOffset.UnixEpoch;
        public bool IsDirectory => false;

        public Stream CreateReadStream() => new MemoryStream(Encoding.UTF8.GetBytes(text));
    }
}
