using System.Text.Json.Nodes;
using Aligner.Core;
using Aligner.Core.Corpora;

namespace Aligner.Applications.Labels;

/// <summary>The targets that objects hold themselves: a text, or a list of tokens, named <c>target</c>.</summary>
public static class JsonTargets
{
    /// <summary>The target of a sentence; one without words where the sentence is none of JSON.</summary>
    /// <param name="name">What error messages call the input.</param>
    /// <param name="sentence">The source.</param>
    /// <exception cref="BrokenLineException">There is none, or it has another form.</exception>
    public static LabeledSentence Of(string name, LabeledSentence sentence)
    {
        if (sentence.Json is not { } json)
        {
            return new LabeledSentence(sentence.Line, string.Empty, [], []);
        }

        try
        {
            if (json[JsonLabels.Target] is JsonArray)
            {
                (string text, CodePointSpan[] words) =
                    TextPlaces.Join(JsonLabels.TokensOf(json, JsonLabels.Target)!);
                return new LabeledSentence(sentence.Line, text, words, []);
            }

            string line = JsonLabels.TextOf(json, JsonLabels.Target)
                ?? throw new FormatException("the object has no \"target\": give the target sentences as a file");
            return LabeledSentence.OfText(line, line: sentence.Line);
        }
        catch (FormatException exception)
        {
            throw new BrokenLineException(name, sentence.Line, exception.Message);
        }
    }
}
