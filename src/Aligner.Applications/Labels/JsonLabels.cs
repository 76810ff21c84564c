using System.Text.Json.Nodes;
using Aligner.Core;

namespace Aligner.Applications.Labels;

/// <summary>
/// The labels of an object: a list named <c>labels</c>, <c>label</c>, <c>spans</c> or <c>entities</c>, whose items are
/// <c>[start, end, type]</c> or objects with <c>start</c>, <c>end</c> and <c>label</c> or <c>type</c>; or a list named
/// <c>tags</c> or <c>ner_tags</c> with a tag for each token.
/// </summary>
internal static class JsonLabels
{
    public const string Text = "text", Tokens = "tokens", Target = "target";

    private static readonly string[] SpanNames = ["labels", "label", "spans", "entities"];
    private static readonly string[] TagNames = ["tags", "ner_tags"];
    private static readonly string[] TypeNames = ["label", "type"];

    /// <summary>A text of an object; null if there is none.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static string? TextOf(JsonObject json, string name) => json[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out string? text) && !text.Contains('\n', StringComparison.Ordinal) =>
            text,
        var other => throw Wrong(other, $"a text in one line, as \"{name}\" is"),
    };

    /// <summary>A list of tokens of an object; null if there is none.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static string[]? TokensOf(JsonObject json, string name) => json[name] switch
    {
        null => null,
        JsonArray array => [.. array.Select(token =>
            token is JsonValue value && value.TryGetValue(out string? text) && !string.IsNullOrWhiteSpace(text)
                && !text.Contains('\n', StringComparison.Ordinal)
                ? text
                : throw Wrong(token, "a token"))],
        var other => throw Wrong(other, "a list of tokens"),
    };

    /// <summary>The spans, of tokens or code points.</summary>
    /// <param name="json">The object.</param>
    /// <param name="length">How many tokens or code points there are.</param>
    /// <exception cref="FormatException">A label has another form, or lies outside.</exception>
    public static IReadOnlyList<LabeledSpan> Read(JsonObject json, int length)
    {
        if (SpanNames.Select(name => json[name]).FirstOrDefault(node => node is not null) is { } spans)
        {
            return spans is JsonArray array
                ? [.. array.Select(item => Inside(Span(item), length, item))]
                : throw Wrong(spans, "a list of labels");
        }

        foreach (string name in TagNames)
        {
            if (TokensOf(json, name) is { } tags)
            {
                return tags.Length != length ? throw Wrong(json[name], $"a list of {length} tags")
                    : tags.FirstOrDefault(tag => !Labels.Tags.IsTag(tag)) is { } wrong
                        ? throw new FormatException($"{Excerpt.Quote(wrong)} is no tag such as O, B-PER or I-PER")
                    : Labels.Tags.Decode(tags);
            }
        }

        return [];
    }

    /// <summary>
    /// Puts other labels in the place of those of an object, in their form. Labels of an object that had none become
    /// <c>labels</c>.
    /// </summary>
    /// <param name="json">The object, which is changed.</param>
    /// <param name="spans">Spans of tokens or code points.</param>
    /// <param name="length">How many tokens or code points there are.</param>
    /// <param name="scheme">How tags are written.</param>
    public static void Replace(JsonObject json, IReadOnlyList<LabeledSpan> spans, int length, TagScheme scheme)
    {
        string? tags = TagNames.FirstOrDefault(name => json[name] is not null);
        string? list = SpanNames.FirstOrDefault(name => json[name] is not null);
        if (list is null && tags is not null)
        {
            json[tags] = new JsonArray([.. Labels.Tags.Encode(spans, length, scheme).Select(tag => (JsonNode)tag)]);
            return;
        }

        list ??= SpanNames[0];
        JsonObject? form = (json[list] as JsonArray)?.FirstOrDefault() as JsonObject;
        string? type = form is null ? null : TypeNames.FirstOrDefault(form.ContainsKey) ?? TypeNames[0];
        json[list] = new JsonArray([.. spans.Select(span => type is null
            ? (JsonNode)new JsonArray(span.Start, span.End, span.Type)
            : new JsonObject { ["start"] = span.Start, ["end"] = span.End, [type] = span.Type })]);
    }

    private static LabeledSpan Span(JsonNode? item) => item switch
    {
        JsonArray { Count: 3 } array => new LabeledSpan(Number(array[0]), Number(array[1]), Name(array[2])),
        JsonObject json => new LabeledSpan(
            Number(json["start"]),
            Number(json["end"]),
            Name(TypeNames.Select(name => json[name]).FirstOrDefault(node => node is not null))),
        _ => throw Wrong(item, "a label such as [0, 4, \"PER\"]"),
    };

    private static LabeledSpan Inside(LabeledSpan span, int length, JsonNode? item) =>
        span.Start >= 0 && span.End > span.Start && span.End <= length
            ? span
            : throw Wrong(item, $"a span inside a sentence of length {length}");

    private static int Number(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out int number) ? number : throw Wrong(node, "a whole number");

    private static string Name(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out string? name) ? name : throw Wrong(node, "a type");

    private static FormatException Wrong(JsonNode? node, string expected) =>
        new($"{Excerpt.Quote(node?.ToJsonString() ?? "null")} is not {expected}");
}
