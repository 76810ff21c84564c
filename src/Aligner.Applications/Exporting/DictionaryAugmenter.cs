using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Core.Numerics;

namespace Aligner.Applications.Exporting;

/// <summary>
/// Makes new sentence pairs: exchanges two words that are linked with each other alone for an entry of a dictionary
/// (after Fadaee, Bisazza and Monz 2017, "Data Augmentation for Low-Resource Neural Machine Translation"). An entry may
/// stand in for two words if both of its words end in the same letters as theirs and begin in the same case, so that
/// inflections mostly agree. The links of the pair stay true.
/// </summary>
public sealed class DictionaryAugmenter
{
    private readonly AugmentOptions _options;
    private readonly ulong _seed;
    private readonly ILookup<InflectionClass, (string Source, string Target)> _entries;

    /// <param name="entries">Words and their translations; entries of several words are not used.</param>
    /// <param name="options">How many words are exchanged, and for which.</param>
    /// <param name="seed">The same seed and pair give the same result, whatever the other pairs are.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public DictionaryAugmenter(
        IEnumerable<(string Source, string Target)> entries, AugmentOptions options, ulong seed)
    {
        options.Validate();
        (_options, _seed) = (options, seed);
        _entries = entries
            .Where(entry => IsWord(entry.Source) && IsWord(entry.Target))
            .Distinct()
            .ToLookup(entry => Class(entry.Source, entry.Target));
    }

    /// <summary>The pair with some of its words exchanged; the same words where none has a substitute.</summary>
    public TokenizedPair Augment(AlignedPair pair)
    {
        SplitMix64 random = LineRandom.Of(_seed, pair.Line);
        string[] source = [.. pair.Words.Source], target = [.. pair.Words.Target];
        foreach (TranslationUnit unit in TranslationUnit.Of(pair))
        {
            if (unit is not { Source.Length: 1, Target.Length: 1 } || unit.Probability < _options.MinimumProbability)
            {
                continue;
            }

            Link link = new(unit.Source.Start, unit.Target.Start);
            string word = source[link.Source], translation = target[link.Target];
            if (!IsWord(word) || !IsWord(translation))
            {
                continue;
            }

            (string Source, string Target)[] others =
            [
                .. _entries[Class(word, translation)]
                    .Where(entry => entry.Source != word && entry.Target != translation),
            ];
            if (others.Length > 0 && random.NextDouble() < _options.Share)
            {
                (source[link.Source], target[link.Target]) = others[random.NextIndex(others.Length)];
            }
        }

        return new TokenizedPair(source, target);
    }

    private static bool IsWord(string text) => text.Length > 0 && text.All(char.IsLetter);

    private InflectionClass Class(string source, string target) =>
        new(Ending(source), Ending(target), char.IsUpper(source[0]), char.IsUpper(target[0]));

    private string Ending(string word) => word[^Math.Min(word.Length, _options.Ending)..].ToLowerInvariant();

    private readonly record struct InflectionClass(
        string SourceEnding, string TargetEnding, bool IsSourceUpper, bool IsTargetUpper);
}
