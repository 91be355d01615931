namespace Checkout.Letters;

/// <summary>What is wrong with a template, told to whoever wrote it.</summary>
public static class TemplateProblem
{
    /// <param name="field">In the shop document, or a part of the template: subject, html, text.</param>
    public static Problem Of(string field, string message) => Problem.Invalid(field, message, "template");
}
