using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Aligner.Core.Text;

namespace Aligner.Applications.Labels;

/// <summary>
/// Writes a JSON object for each sentence: that of the source, with the text, or tokens, and the labels of the target
/// in the place of its own. A source of another format gives objects with <c>text</c> and <c>labels</c>.
/// </summary>
/// <param name="scheme">How tags are written where the source has tags.</param>
public sealed class JsonLabelWriter(TagScheme scheme) : ILabelWriter
{
    private static readonly JsonSerializerOptions Style =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc />
    public void Write(TextOutput output, LabeledSentence source, LabeledSentence target)
    {
        JsonObject json = (JsonObject?)source.Json?.DeepClone() ?? [];
        json.Remove(JsonLabels.Target);
        if (json.ContainsKey(JsonLabels.Tokens))
        {
            json.Remove(JsonLabels.Text);
            json[JsonLabels.Tokens] = new JsonArray([.. target.Words.Select(
                word => (JsonNode)TextPlaces.Cut(target.Text, word.Start, word.End))]);
            JsonLabels.Replace(
                json, [.. TextPlaces.ToWords(target.Spans, target.Words)], target.Words.Count, scheme);
        }
        else
        {
            json[JsonLabels.Text] = target.Text;
            JsonLabels.Replace(json, target.Spans, TextPlaces.LengthOf(target.Text), scheme);
        }

        output.WriteLine(json.ToJsonString(Style));
    }
}
