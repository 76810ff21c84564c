using Aligner.Core;
using Aligner.Tokenization.Subwords.Models;

namespace Aligner.Tokenization.Subwords.Loading;

/// <summary>Collects the merges of a <see cref="BpeModel"/> in the order of their ranks.</summary>
/// <param name="vocabulary">The pieces.</param>
/// <param name="prefix">What pieces begin with that are not first; it goes when they are merged.</param>
internal sealed class MergeTable(PieceVocabulary vocabulary, string prefix)
{
    private int _rank;

    /// <summary>What each pair becomes; of equal pairs the last counts.</summary>
    public Dictionary<(int Left, int Right), BpeMerge> Merges { get; } = [];

    /// <summary>Adds the merge of the next rank.</summary>
    /// <param name="pieces">The two pieces.</param>
    /// <param name="fault">Makes the error to throw.</param>
    /// <exception cref="DataException">They are not two, or the vocabulary lacks one or their merger.</exception>
    public void Add(string[] pieces, Func<string, DataException> fault)
    {
        if (pieces is not [string left, string right])
        {
            throw fault("is not a pair of pieces");
        }

        string rest = right.StartsWith(prefix, StringComparison.Ordinal) ? right[prefix.Length..] : right;
        Merges[(IdOf(left), IdOf(right))] = new BpeMerge(_rank++, IdOf(left + rest));

        int IdOf(string piece) => vocabulary.Find(piece) is >= 0 and int id
            ? id : throw fault($"names '{piece}', which the vocabulary lacks");
    }
}
