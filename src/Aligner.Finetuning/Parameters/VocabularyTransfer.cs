using System.Numerics.Tensors;
using Aligner.Tokenization.Subwords;

namespace Aligner.Finetuning.Parameters;

/// <summary>
/// Gives the pieces of another vocabulary the vectors that an encoder has: a piece that it knows its own, any other the
/// mean of the pieces that its tokenizer splits the spelling into (Gee et al. 2022, "Fast Vocabulary Transfer for
/// Language Model Compression", section 3.2). Training then starts close to where that of the encoder ended.
/// </summary>
public static class VocabularyTransfer
{
    /// <param name="known">The table of the encoder, [its ids, width].</param>
    /// <param name="knownTokenizer">Its tokenizer.</param>
    /// <param name="table">
    /// The table to fill, [ids, width]; the row of a piece that the encoder has nothing for stays as it is.
    /// </param>
    /// <param name="tokenizer">The tokenizer with the other vocabulary, whose pieces are spelled the same way.</param>
    /// <returns>How many pieces it filled.</returns>
    /// <exception cref="ArgumentException">The tables differ in width.</exception>
    public static int Fill(
        Parameter known, SubwordTokenizer knownTokenizer, Parameter table, SubwordTokenizer tokenizer)
    {
        int width = checked((int)table.Shape[1]);
        if (known.Shape[1] != width)
        {
            throw new ArgumentException($"rows of {known.Shape[1]} numbers do not fit into {width}", nameof(known));
        }

        Dictionary<string, int> ids = [];
        for (int id = 0; id < knownTokenizer.VocabularySize; id++)
        {
            ids.TryAdd(knownTokenizer.Piece(id), id);
        }

        int? unknown = knownTokenizer.SpecialTokens.Unk;
        int filled = 0;
        for (int id = 0; id < tokenizer.VocabularySize; id++)
        {
            string piece = tokenizer.Piece(id);
            int[] parts = piece.Length == 0 ? []
                : ids.TryGetValue(piece, out int same) ? [same]
                : [.. knownTokenizer.Encode(piece).Ids.ToArray().Where(part => part != unknown)];
            if (parts.Length > 0)
            {
                Mean(known.Values, parts, table.Values.Slice(id * width, width));
                filled++;
            }
        }

        return filled;
    }

    private static void Mean(ReadOnlySpan<float> rows, int[] ids, Span<float> mean)
    {
        mean.Clear();
        foreach (int id in ids)
        {
            TensorPrimitives.Add(mean, rows.Slice(id * mean.Length, mean.Length), mean);
        }

        TensorPrimitives.Divide(mean, ids.Length, mean);
    }
}
