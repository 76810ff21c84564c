using System.Text;
using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Pieces;

/// <summary>How a subword tokenizer marks which of its pieces belong to one word.</summary>
/// <remarks>Instances hold no state and may be shared between threads.</remarks>
public abstract class PieceConvention
{
    private static readonly WhitespaceTokenizer Blanks = new();

    /// <summary>The name it is chosen by, for example <c>wordpiece</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The mark, for messages.</summary>
    public abstract string Mark { get; }

    /// <summary>
    /// The smallest share of the pieces of a text that carry the mark: texts with fewer are not taken for pieces.
    /// </summary>
    internal abstract double LeastShare { get; }

    /// <summary>The text that the pieces of a line, separated by spaces or tabs, spell.</summary>
    public SpelledLine Spell(string line)
    {
        List<TokenSpan> places = [];
        Blanks.Tokenize(line, places);
        StringBuilder text = new(line.Length);
        TokenSpan[] pieces = new TokenSpan[places.Count];
        bool isJoined = true;
        for (int k = 0; k < pieces.Length; k++)
        {
            ReadOnlySpan<char> piece = line.AsSpan(places[k].Start, places[k].Length);
            PieceShape shape = Read(piece);
            if (!isJoined && !shape.JoinsLeft)
            {
                text.Append(' ');
            }

            int start = text.Length;
            Append(text, piece.Slice(shape.Start, shape.Length));
            pieces[k] = new TokenSpan(start, text.Length - start);
            isJoined = shape.JoinsRight;
        }

        return new SpelledLine(text.ToString(), pieces, places);
    }

    /// <summary>Whether a piece carries the mark.</summary>
    internal abstract bool IsMarked(ReadOnlySpan<char> piece);

    /// <summary>What a piece spells, and how it joins its neighbors.</summary>
    private protected abstract PieceShape Read(ReadOnlySpan<char> piece);

    /// <summary>Adds what a piece spells.</summary>
    private protected virtual void Append(StringBuilder text, ReadOnlySpan<char> spelled) => text.Append(spelled);
}
