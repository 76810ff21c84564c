namespace Aligner.Statistical.Corpora;

/// <summary>The words of all sentences of a side, one after the other.</summary>
/// <param name="tokens">Numbers of words.</param>
/// <param name="storage">Where they are kept, and what is made of them.</param>
internal sealed class TokenSequence(ReadOnlyMemory<int> tokens, TextStorage storage)
{
    /// <summary>Words that are mapped at once.</summary>
    private const int BlockLength = 4096;

    /// <summary>The number of words.</summary>
    public int Length => tokens.Length;

    /// <summary>All words.</summary>
    public ReadOnlySpan<int> Span => tokens.Span;

    /// <summary>Some words.</summary>
    public ReadOnlyMemory<int> this[Range range] => tokens[range];

    /// <summary>A sequence with a value of each word in its place.</summary>
    public TokenSequence Map(Func<int, int> value)
    {
        using TokenWriter writer = TokenWriter.Create(storage);
        int[] block = new int[BlockLength];
        for (int first = 0; first < Length; first += BlockLength)
        {
            ReadOnlySpan<int> words = Span[first..Math.Min(first + BlockLength, Length)];
            for (int k = 0; k < words.Length; k++)
            {
                block[k] = value(words[k]);
            }

            writer.Add(block.AsSpan(0, words.Length));
        }

        return writer.Finish();
    }
}
