using System.Globalization;
using System.Text.Json;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;

namespace Aligner.Core.Formats;

/// <summary>
/// A JSON object a line: <c>{"links":[[0,0]],"possible":[[1,2]],"probabilities":[0.9,0.4],"source":["a","b"],
/// "target":["c","d","e"],"sourceCharacters":[[0,1],[2,3]],"targetCharacters":[[0,1],[1,2],[2,3]],
/// "sourceNulls":[0.1,0.6],"targetNulls":[0.1,0.9,0.6],"score":-1.5}</c>. The probabilities are those of the links,
/// then of the possible ones. The characters are half-open spans of the code points of the lines, one for each word.
/// The nulls are the probabilities of the words to have no link. Only the links are obligatory.
/// </summary>
internal sealed class JsonLinesFormat : AlignmentFormat
{
    public override string Name => "jsonl";

    public override string Summary =>
        "a JSON object a pair: links, possible, probabilities, source, target, score; 0-based";

    public override int DefaultIndexBase => 0;

    public override bool HasLineForEachPair => true;

    public override CharacterUse Characters => CharacterUse.BesideWords;

    public override bool HoldsTokens(string firstLine) =>
        firstLine.StartsWith('{') && firstLine.Contains("\"source\"", StringComparison.Ordinal);

    protected override IEnumerable<AnnotatedAlignment> Read(LinkReader reader) =>
        reader.ReadEach(line => Parse(reader, line));

    protected override IAlignmentWriter CreateWriter(LinkWriter writer) => new Writer(writer);

    private static AnnotatedAlignment Parse(LinkReader reader, string line)
    {
        JsonAlignment json = Deserialize(reader, line);
        int[][] pairs = [.. json.Links, .. json.Possible ?? []];
        if (json.Probabilities is { } probabilities && probabilities.Length != pairs.Length)
        {
            throw reader.Error($"{probabilities.Length} probabilities for {pairs.Length} links");
        }

        if (json.Score is { } score && !double.IsFinite(score))
        {
            throw reader.Error("the score is not a finite number");
        }

        List<AnnotatedLink> links = new(pairs.Length);
        foreach (int[] pair in pairs)
        {
            float? probability = json.Probabilities?[links.Count];
            if (probability is { } known)
            {
                RequireProbability(reader, known);
            }

            links.Add(new AnnotatedLink(ToLink(reader, pair), links.Count >= json.Links.Length, probability));
        }

        TokenizedPair? tokens = json.Source is null ? null : new TokenizedPair(json.Source, json.Target!);
        return new AnnotatedAlignment(links, tokens, json.Score)
        {
            Characters = ToCharacters(reader, json),
            Nulls = ToNulls(reader, json),
        };
    }

    private static void RequireProbability(LinkReader reader, float value)
    {
        if (value is not (>= 0 and <= 1))
        {
            throw reader.Error(string.Create(
                CultureInfo.InvariantCulture, $"{value} is not a probability from 0 to 1"));
        }
    }

    private static NullProbabilities? ToNulls(LinkReader reader, JsonAlignment json)
    {
        if (json.SourceNulls is null && json.TargetNulls is null)
        {
            return null;
        }

        if (json.SourceNulls is not { } source || json.TargetNulls is not { } target
            || (json.Source is not null && (json.Source.Count != source.Count || json.Target!.Count != target.Count)))
        {
            throw reader.Error("sourceNulls and targetNulls have one probability for each word");
        }

        foreach (float probability in source.Concat(target))
        {
            RequireProbability(reader, probability);
        }

        return new NullProbabilities(source, target);
    }

    private static PairCharacters? ToCharacters(LinkReader reader, JsonAlignment json)
    {
        if (json.SourceCharacters is null && json.TargetCharacters is null)
        {
            return null;
        }

        return json.SourceCharacters is { } source && json.TargetCharacters is { } target
            && (json.Source is null || (json.Source.Count == source.Length && json.Target!.Count == target.Length))
            ? new PairCharacters(ToSpans(reader, source), ToSpans(reader, target))
            : throw reader.Error("sourceCharacters and targetCharacters have one span for each word");
    }

    private static CodePointSpan[] ToSpans(LinkReader reader, int[][] spans) =>
        Array.ConvertAll(spans, span => span is [int start and >= 0, int end] && start < end
            ? new CodePointSpan(start, end)
            : throw reader.Error("a span of characters is not two numbers such as [0,3]"));

    private static JsonAlignment Deserialize(LinkReader reader, string line)
    {
        JsonAlignment json;
        try
        {
            json = JsonSerializer.Deserialize(line, JsonLinesContext.Relaxed.JsonAlignment)
                ?? throw new JsonException("No object.");
        }
        catch (JsonException exception)
        {
            throw reader.Error($"{Excerpt.Quote(line)}: {exception.Message}");
        }

        bool isPaired = json.Source is null == json.Target is null;
        return isPaired && json.Source?.Contains(null!) != true && json.Target?.Contains(null!) != true
            ? json
            : throw reader.Error($"{Excerpt.Quote(line)}: source and target are two lists of words");
    }

    private static Link ToLink(LinkReader reader, int[] pair)
    {
        string context = pair is null ? "null" : $"[{string.Join(',', pair)}]";
        return pair is [int source, int target]
            ? reader.ToLink(source, target, context)!.Value
            : throw reader.Error($"{context} is not a link such as [0,0]");
    }

    private sealed class Writer(LinkWriter writer) : IAlignmentWriter
    {
        public void Write(AnnotatedAlignment alignment)
        {
            AnnotatedLink[] sure = [.. alignment.Links.Where(link => !link.IsPossible)];
            AnnotatedLink[] possible = [.. alignment.Links.Where(link => link.IsPossible)];
            bool hasProbabilities = alignment.Links.Any(link => link.Probability is not null);
            JsonAlignment json = new()
            {
                Links = ToPairs(sure),
                Possible = possible.Length == 0 ? null : ToPairs(possible),
                Probabilities = hasProbabilities ? [.. sure.Concat(possible).Select(link => link.Probability)] : null,
                Source = alignment.Tokens?.Source,
                Target = alignment.Tokens?.Target,
                SourceCharacters = ToPairs(alignment.Characters?.Source),
                TargetCharacters = ToPairs(alignment.Characters?.Target),
                SourceNulls = alignment.Nulls?.Source,
                TargetNulls = alignment.Nulls?.Target,
                Score = alignment.LogProbability,
            };
            writer.Output.WriteUtf8(
                JsonSerializer.SerializeToUtf8Bytes(json, JsonLinesContext.Relaxed.JsonAlignment));
            writer.Output.WriteLine();
        }

        public void Complete()
        {
        }

        private static int[][]? ToPairs(IReadOnlyList<CodePointSpan>? spans) =>
            spans is null ? null : [.. spans.Select(span => new[] { span.Start, span.End })];

        private int[][] ToPairs(AnnotatedLink[] links) =>
            [.. links.Select(link => new[] { writer.ToIndex(link.Link.Source), writer.ToIndex(link.Link.Target) })];
    }
}
