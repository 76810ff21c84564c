using Aligner.Similarity.Embeddings;

namespace Aligner.Similarity.Matrices;

/// <summary>What the rows, or the columns, of a matrix stand for.</summary>
/// <param name="Words">The word of each; ascending.</param>
/// <param name="Places">The place of each in its sentence, from 0 to 1.</param>
/// <param name="WordCount">Number of words in the sentence, those without a row included.</param>
internal sealed record MatrixSide(int[] Words, float[] Places, int WordCount)
{
    public static MatrixSide Of(EmbeddedSentence sentence, SimilarityLevel level)
    {
        if (level == SimilarityLevel.Word)
        {
            return OfWords(PieceWords.Distinct(sentence.Words), sentence.WordCount);
        }

        float[] places = new float[sentence.Words.Length];
        for (int piece = 0; piece < places.Length; piece++)
        {
            places[piece] = Place(piece, places.Length);
        }

        return new MatrixSide(sentence.Words.ToArray(), places, sentence.WordCount);
    }

    /// <summary>The words that any of the sides has.</summary>
    public static MatrixSide Union(IReadOnlyList<MatrixSide> sides) =>
        OfWords([.. sides.SelectMany(side => side.Words).Distinct().Order()], sides[0].WordCount);

    /// <summary>The row of a word that has one row.</summary>
    public int IndexOf(int word) => Array.BinarySearch(Words, word);

    private static MatrixSide OfWords(int[] words, int wordCount) =>
        new(words, Array.ConvertAll(words, word => Place(word, wordCount)), wordCount);

    private static float Place(int index, int count) => index / (float)Math.Max(1, count - 1);
}
