using System.Buffers;

namespace Checkout.Http.Backend.Exports;

/// <summary>A format of exports, UTF-8.</summary>
/// <typeparam name="TRow">What becomes a line.</typeparam>
internal interface IExportWriter<in TRow>
{
    string ContentType { get; }

    /// <summary>The ending of a file's name.</summary>
    string Extension { get; }

    /// <summary>What comes before the first row.</summary>
    void Begin(IBufferWriter<byte> output);

    void Write(IBufferWriter<byte> output, TRow row);
}
