using System.Text.Json;
using System.Text.Json.Serialization;
using Aligner.Applications.Labels;
using Aligner.Tokenization.Words;

namespace Aligner.Serving.Requests;

/// <summary>A source sentence with labels, or with inline codes, which are wanted in its translation.</summary>
public sealed record ProjectRequest : PairRequest, IJsonOnDeserialized
{
    /// <summary>The labels of the source; absent, the default, if <see cref="Markup"/> is true.</summary>
    public IReadOnlyList<SpanLabel>? Labels { get; init; }

    /// <summary>Whether the source has inline codes, such as <c>&lt;b&gt;</c> and <c>{1}</c>; default false.</summary>
    public bool Markup { get; init; }

    internal override PairText Pair => new(Sentence.Text, Target, LinkUnits.Tokens);

    /// <summary>The source sentence without its codes, and what labels it; read once.</summary>
    internal LabeledSentence Sentence => field ??= Markup
        ? LabeledSentence.OfMarkup(Source)
        : LabeledSentence.OfText(Source, [.. Labels!.Select(label => label.ToSpan())]);

    void IJsonOnDeserialized.OnDeserialized()
    {
        if (Markup == Labels is not null)
        {
            throw new JsonException("give the labels of the source, or \"markup\": true");
        }

        int length = Source.EnumerateRunes().Count();
        foreach (SpanLabel label in Labels ?? [])
        {
            if (label.Start < 0 || label.End <= label.Start || label.End > length)
            {
                throw new JsonException(FormattableString.Invariant(
                    $"the label from {label.Start} to {label.End} is no span of a source of {length} characters"));
            }
        }
    }
}
