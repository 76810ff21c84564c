using Aligner.Tokenization.Subwords.Models;

namespace Aligner.Tokenization.Subwords.Loading;

/// <summary>Makes models of the pieces of a <see cref="SentencePieceFile"/>.</summary>
internal static class SentencePieceModels
{
    /// <summary>Makes the model.</summary>
    /// <param name="file">The pieces.</param>
    /// <param name="unknown">The id of unknown characters.</param>
    public static ISubwordModel Make(SentencePieceFile file, int unknown)
    {
        // Text never spells pieces of other kinds; user-defined ones are found before the model.
        PieceVocabulary vocabulary = Only(file, SentencePieceFile.PieceType.Normal);
        int[]? bytePieces = file.ByteFallback ? Only(file, SentencePieceFile.PieceType.Byte).BytePieces() : null;
        if (file.Type == SentencePieceFile.ModelType.Bpe)
        {
            BpeOptions options = new() { Unknown = unknown, FuseUnknown = true, BytePieces = bytePieces };
            return new BpeModel(vocabulary, Merges(file, vocabulary), options);
        }

        float lowest = file.Pieces.Where(IsSpelled).Select(entry => entry.Score).DefaultIfEmpty().Min();
        double[] scores = [.. file.Pieces.Select(entry => (double)(IsSpelled(entry) ? entry.Score : lowest))];
        return new UnigramModel(vocabulary, scores, unknown, bytePieces);
    }

    /// <summary>Whether text can be spelled with a piece; others stand for something else.</summary>
    public static bool IsSpelled(SentencePieceFile.Entry entry) => entry.Type == SentencePieceFile.PieceType.Normal;

    private static PieceVocabulary Only(SentencePieceFile file, SentencePieceFile.PieceType type) =>
        new([.. file.Pieces.Select(entry => entry.Type == type ? entry.Piece : string.Empty)]);

    /// <summary>SentencePiece merges any two pieces that make a third, that of the highest score first.</summary>
    private static Dictionary<(int Left, int Right), BpeMerge> Merges(
        SentencePieceFile file, PieceVocabulary vocabulary)
    {
        Dictionary<(int Left, int Right), BpeMerge> merges = [];
        int rank = 0;
        foreach ((SentencePieceFile.Entry entry, int result) in file.Pieces.Select((entry, id) => (entry, id))
            .Where(item => IsSpelled(item.entry))
            .OrderByDescending(item => item.entry.Score))
        {
            for (int i = 1; i < entry.Piece.Length; i++)
            {
                int left = vocabulary.Find(entry.Piece.AsSpan(0, i));
                int right = vocabulary.Find(entry.Piece.AsSpan(i));
                if (left >= 0 && right >= 0)
                {
                    merges[(left, right)] = new BpeMerge(rank, result);
                }
            }

            rank++;
        }

        return merges;
    }
}
