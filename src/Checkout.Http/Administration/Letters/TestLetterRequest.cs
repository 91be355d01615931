namespace Checkout.Http.Administration.Letters;

/// <param name="Language">en, fr, …; absent takes the shop's.</param>
public sealed record TestLetterRequest(string? EmailAddress, string? Language);

/// <summary>A sample that the mail server took.</summary>
public sealed record TestedLetter(string Kind, string EmailAddress);
