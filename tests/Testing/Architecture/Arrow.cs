namespace Checkout.Testing.Architecture;

/// <summary>A type of one namespace that uses a type of another.</summary>
public sealed record Arrow(string From, string To, string User, string Used)
{
    public override string ToString() => $"{From} -> {To} ({User} uses {Used})";
}
