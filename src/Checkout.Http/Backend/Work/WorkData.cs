using System.Collections.Immutable;

namespace Checkout.Http.Backend.Work;

public sealed record WorkData(ImmutableArray<WorkState> Work, string? Next);
