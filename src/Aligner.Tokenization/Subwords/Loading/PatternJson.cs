using Aligner.Core;
using Aligner.Tokenization.Subwords.PreTokenizers;

namespace Aligner.Tokenization.Subwords.Loading;

/// <summary>Reads a pattern: <c>{"String": "…"}</c> or <c>{"Regex": "…"}</c>.</summary>
internal static class PatternJson
{
    /// <exception cref="DataException">It is neither, empty, or an expression that .NET does not know.</exception>
    public static MatchFinder Read(JsonSection section)
    {
        if (section["String"].IsPresent)
        {
            string text = section["String"].Text();
            return text.Length > 0 ? MatchFinders.Literal(text) : throw section.Fault("is empty");
        }

        JsonSection regex = section["Regex"];
        try
        {
            return MatchFinders.Regex(regex.Text());
        }
        catch (ArgumentException exception)
        {
            throw regex.Fault($"is no regular expression that is known: {exception.Message}");
        }
    }
}
