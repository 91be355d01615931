using System.Reflection;

namespace Checkout.Http.Frame.Json;

/// <summary>
/// The property of an answer has one of the words that are the constants of a class; the API document lists them. Only for
/// answers: a generated client may write the words of its enum in another case, which is harmless where it reads.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WordsOfAttribute(Type words) : Attribute
{
    public IEnumerable<string> All =>
        words
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(word => word.IsLiteral && word.FieldType == typeof(string))
            .Select(word => (string)word.GetRawConstantValue()!);
}
