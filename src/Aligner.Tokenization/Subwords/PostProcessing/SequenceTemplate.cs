using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Subwords.PostProcessing;

/// <summary>Where a model wants special tokens, around one sequence and around two.</summary>
internal sealed class SequenceTemplate(IReadOnlyList<TemplatePart> single, IReadOnlyList<TemplatePart> pair)
{
    /// <summary>No special tokens; the second of two sequences has type 1.</summary>
    public static SequenceTemplate Bare { get; } = new(
        [TemplatePart.OfSequence(0, 0)], [TemplatePart.OfSequence(0, 0), TemplatePart.OfSequence(1, 1)]);

    /// <summary>The parts of one sequence.</summary>
    public IReadOnlyList<TemplatePart> SingleParts => single;

    /// <summary><c>[CLS] A [SEP]</c> and <c>[CLS] A [SEP] B [SEP]</c>, the second with type 1.</summary>
    public static SequenceTemplate Bert(int cls, int sep) => new(
        [TemplatePart.Special(cls, 0), TemplatePart.OfSequence(0, 0), TemplatePart.Special(sep, 0)],
        [
            TemplatePart.Special(cls, 0), TemplatePart.OfSequence(0, 0), TemplatePart.Special(sep, 0),
            TemplatePart.OfSequence(1, 1), TemplatePart.Special(sep, 1),
        ]);

    /// <summary>As <see cref="Bert"/>, but with two <paramref name="sep"/> between, and all of type 0.</summary>
    public static SequenceTemplate Roberta(int cls, int sep) => new(
        [TemplatePart.Special(cls, 0), TemplatePart.OfSequence(0, 0), TemplatePart.Special(sep, 0)],
        [
            TemplatePart.Special(cls, 0), TemplatePart.OfSequence(0, 0), TemplatePart.Special(sep, 0),
            TemplatePart.Special(sep, 0), TemplatePart.OfSequence(1, 0), TemplatePart.Special(sep, 0),
        ]);

    /// <summary>One sequence with its special tokens.</summary>
    public EncodedSequence Single(EncodedPieces pieces) => Fill(single, pieces, EncodedPieces.Empty);

    /// <summary>Two sequences with their special tokens.</summary>
    public EncodedSequence Pair(EncodedPieces first, EncodedPieces second) => Fill(pair, first, second);

    private static EncodedSequence Fill(
        IReadOnlyList<TemplatePart> parts, EncodedPieces first, EncodedPieces second)
    {
        int count = parts.Sum(part => part.Sequence switch { 0 => first.Count, 1 => second.Count, _ => 1 });
        int[] ids = new int[count];
        int[] words = new int[count];
        int[] types = new int[count];
        int[] sides = new int[count];
        TokenSpan[] spans = new TokenSpan[count];
        int start = 0;
        foreach (TemplatePart part in parts)
        {
            int length = 1;
            if (part.Sequence < 0)
            {
                (ids[start], words[start]) = (part.Id, EncodedPieces.NoWord);
            }
            else
            {
                EncodedPieces pieces = part.Sequence == 0 ? first : second;
                length = pieces.Count;
                pieces.Ids.CopyTo(ids.AsSpan(start));
                pieces.Words.CopyTo(words.AsSpan(start));
                pieces.Spans.CopyTo(spans.AsSpan(start));
            }

            types.AsSpan(start, length).Fill(part.TypeId);
            sides.AsSpan(start, length).Fill(part.Sequence);
            start += length;
        }

        return new EncodedSequence(new EncodedPieces(ids, words, spans), types, sides);
    }
}
