using System.Buffers;
using System.Collections.Immutable;
using Checkout.Viewing;

namespace Checkout.Http.Backend.Exports;

/// <summary>A format of exports, UTF-8.</summary>
internal interface IExportWriter
{
    string ContentType { get; }

    /// <summary>The ending of a file's name.</summary>
    string Extension { get; }

    /// <summary>What comes before the first row.</summary>
    void Begin(IBufferWriter<byte> output);

    void Write(IBufferWriter<byte> output, ImmutableArray<Cell> row);
}
