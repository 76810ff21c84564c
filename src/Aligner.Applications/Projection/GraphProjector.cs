using System.Text.Json.Nodes;
using Aligner.Applications.Labels;
using Aligner.Core.Corpora;

namespace Aligner.Applications.Projection;

/// <summary>
/// Moves the anchors of the <c>nodes</c> of an object, as graphs of meaning (AMR, MRP), semantic roles and coreference
/// have them: <c>anchors</c>, a list of words or of objects with <c>from</c> and <c>to</c>, which count code points, or
/// <c>anchor</c>, one word. All else of the graph stays.
/// </summary>
public static class GraphProjector
{
    private const string Nodes = "nodes", Anchors = "anchors", Anchor = "anchor", From = "from", To = "to";

    /// <summary>Whether an object has nodes.</summary>
    public static bool HasNodes(JsonObject json) => json[Nodes] is JsonArray;

    /// <summary>The object with the anchors of its nodes in the target.</summary>
    /// <param name="json">The object.</param>
    /// <param name="pair">The links, with the places of words.</param>
    /// <param name="source">The source sentence.</param>
    /// <param name="target">The target sentence.</param>
    /// <exception cref="FormatException">An anchor has another form, or lies outside of the sentence.</exception>
    public static JsonObject Project(
        JsonObject json, AlignedPair pair, LabeledSentence source, LabeledSentence target)
    {
        JsonObject projected = (JsonObject)json.DeepClone();
        AnchorProjector anchors = new(pair.Links.Links, pair.Words.Source.Count);
        foreach (JsonObject node in projected[Nodes]!.AsArray().OfType<JsonObject>())
        {
            if (node[Anchor] is { } single)
            {
                node[Anchor] = Move(single);
            }

            if (node[Anchors] is JsonArray several)
            {
                JsonNode[] moved = [.. several.Select(Move).OfType<JsonNode>().DistinctBy(item => item.ToJsonString())];
                node[Anchors] = new JsonArray([.. moved]);
            }
        }

        return projected;

        JsonNode? Move(JsonNode? anchor)
        {
            CodePointSpan place = PlaceOf(anchor, source);
            (int first, int end) = TextPlaces.Covered(pair.Characters!.Source, place.Start, place.End);
            CodePointSpan[] places = [.. Enumerable.Range(first, end - first)
                .Select(anchors.Project)
                .OfType<int>()
                .Select(word => pair.Characters.Target[word])];
            if (places.Length == 0)
            {
                return null;
            }

            (int start, int stop) = (places.Min(word => word.Start), places.Max(word => word.End));
            return anchor is JsonObject
                ? new JsonObject { [From] = start, [To] = stop }
                : JsonValue.Create(TextPlaces.Covered(target.Words, places[0].Start, places[0].End).Start);
        }
    }

    private static CodePointSpan PlaceOf(JsonNode? anchor, LabeledSentence source) => anchor switch
    {
        JsonObject json when Number(json[From]) is { } from && Number(json[To]) is { } to && from >= 0 && to > from =>
            new CodePointSpan(from, to),
        JsonValue when Number(anchor) is { } word && word >= 0 && word < source.Words.Count => source.Words[word],
        _ => throw new FormatException(FormattableString.Invariant(
            $"'{anchor?.ToJsonString()}' is no anchor in a sentence of {source.Words.Count} words")),
    };

    private static int? Number(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out int number) ? number : null;
}
