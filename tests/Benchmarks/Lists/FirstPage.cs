namespace Checkout.Benchmarks.Lists;

/// <summary>The first page of a list, or of what a search finds.</summary>
/// <param name="Read">Answers how many lines are on the page.</param>
internal sealed record FirstPage(string Name, Func<Task<int>> Read);
