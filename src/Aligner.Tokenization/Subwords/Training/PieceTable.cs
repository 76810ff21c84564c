using Aligner.Core.Numerics;
using Aligner.Tokenization.Subwords.Models;

namespace Aligner.Tokenization.Subwords.Training;

/// <summary>The pieces of a model in training, single characters first: these stay.</summary>
/// <param name="Texts">The spelling of each piece.</param>
/// <param name="Scores">The log-probability of each piece.</param>
/// <param name="CharacterCount">How many single characters there are.</param>
internal sealed record PieceTable(string[] Texts, double[] Scores, int CharacterCount)
{
    /// <summary>Pieces that are expected less often are dropped; characters count so often at least.</summary>
    private const double MinCount = 0.5;

    /// <summary>Number of pieces.</summary>
    public int Count => Texts.Length;

    /// <summary>The characters and seeds of a text, as probable as what they cover is long.</summary>
    public static PieceTable Start(RunText text, ReadOnlySpan<Seed> seeds)
    {
        List<string> texts = [.. text.Characters.Select(character => character.Text)];
        List<double> scores = [.. text.Characters.Select(character => character.Weight)];
        foreach (Seed seed in seeds)
        {
            texts.Add(new string(text.Chars, seed.Start, seed.Length));
            scores.Add(seed.Score);
        }

        double total = scores.Sum();
        return new PieceTable(
            [.. texts], [.. scores.Select(score => Math.Log(score / total))], text.Characters.Count);
    }

    /// <summary>A trie of the pieces with their ids.</summary>
    public PieceTrie ToTrie()
    {
        PieceTrie trie = new(Count);
        for (int id = 0; id < Count; id++)
        {
            trie.Add(Texts[id], id);
        }

        return trie;
    }

    /// <summary>Whether each piece is expected often enough to stay.</summary>
    public bool[] Frequent(double[] counts) =>
        [.. counts.Select((count, id) => id < CharacterCount || count >= MinCount)];

    /// <summary>The pieces to keep, in the same order.</summary>
    public PieceTable Where(bool[] kept) =>
        new([.. Texts.Where((_, id) => kept[id])], [.. Scores.Where((_, id) => kept[id])], CharacterCount);

    /// <summary>
    /// The M step of variational EM, which favors sparse models (Liang and Klein 2007): exp(ψ(count) − ψ(total)).
    /// </summary>
    public PieceTable Reestimate(double[] counts)
    {
        double[] floored = [.. counts.Select(count => Math.Max(count, MinCount))];
        double total = Digamma.Value(floored.Sum());
        return this with { Scores = [.. floored.Select(count => Digamma.Value(count) - total)] };
    }
}
