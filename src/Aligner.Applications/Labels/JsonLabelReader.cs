using System.Text.Json;
using System.Text.Json.Nodes;
using Aligner.Core;
using Aligner.Core.Corpora;
using Aligner.Core.Text;

namespace Aligner.Applications.Labels;

/// <summary>
/// Reads a JSON object on each line: <c>text</c> with spans of code points, or <c>tokens</c> with spans of tokens or
/// with a tag for each token (<see cref="JsonLabels"/>).
/// </summary>
/// <param name="reader">The lines; disposed with the reader.</param>
public sealed class JsonLabelReader(LineReader reader) : ILabelReader
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <inheritdoc />
    public string Name => reader.Name;

    /// <summary>The next sentence. An empty line is a sentence without words.</summary>
    /// <inheritdoc />
    public LabeledSentence? Read()
    {
        if (reader.ReadLine() is not { } line)
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(line))
        {
            return new LabeledSentence(reader.Line, string.Empty, [], []);
        }

        try
        {
            return JsonNode.Parse(line, documentOptions: Strict) is JsonObject json
                ? Sentence(json)
                : throw new FormatException($"{Excerpt.Quote(line)} is no object");
        }
        catch (JsonException exception)
        {
            throw new BrokenLineException(Name, reader.Line, $"no JSON: {exception.Message}");
        }
        catch (FormatException exception)
        {
            throw new BrokenLineException(Name, reader.Line, exception.Message);
        }
    }

    /// <inheritdoc />
    public void Dispose() => reader.Dispose();

    private LabeledSentence Sentence(JsonObject json)
    {
        if (JsonLabels.TokensOf(json, JsonLabels.Tokens) is { } tokens)
        {
            (string text, CodePointSpan[] words) = TextPlaces.Join(tokens);
            IEnumerable<LabeledSpan> spans = JsonLabels.Read(json, words.Length);
            return new LabeledSentence(reader.Line, text, words, [.. TextPlaces.ToCharacters(spans, words)])
            {
                Json = json,
            };
        }

        string line = JsonLabels.TextOf(json, JsonLabels.Text)
            ?? throw new FormatException("the object has neither \"text\" nor \"tokens\"");
        return LabeledSentence.OfText(line, JsonLabels.Read(json, TextPlaces.LengthOf(line)), reader.Line) with
        {
            Json = json,
        };
    }
}
