using Aligner.Statistical.Corpora;
using Aligner.Statistical.Hmm;
using Aligner.Statistical.Inference;
using Aligner.Statistical.Lexicon;
using Aligner.Statistical.Training;
using Aligner.Tokenization.Normalization;

namespace Aligner.Statistical.Tests.Hmm;

public class SharedLexiconTests
{
    private readonly IndexedCorpus _indexed =
        new(Bitexts.Corpus("a ab ||| x", "a ||| x y", "ab ||| y"), [], new TrainingContext());

    [Fact]
    public void Emissions_are_geometric_means_of_what_the_factors_have()
    {
        SharedLexicon lexicon = Counted(new NormalizationOptions { StemLength = 1 });

        // c(a,x) = 2, c(a,y) = 1, c(ab,y) = 1; the stem of a and ab has x half the time.
        Emissions(lexicon, 1).ShouldBe([Root(2 / 3f, 2 / 4f), Root(1 / 3f, 2 / 4f)], 1e-5);
    }

    [Fact]
    public void Words_alone_have_their_share_of_the_counts() =>
        Emissions(Counted(), 1).ShouldBe([2 / 3f, 1 / 3f], 1e-6);

    [Fact]
    public void What_was_counted_is_forgotten_before_it_is_counted_anew()
    {
        SharedLexicon lexicon = Counted();

        lexicon.Clear();
        Count(lexicon);

        Emissions(lexicon, 1).ShouldBe([2 / 3f, 1 / 3f], 1e-6);
    }

    [Fact]
    public void Pseudo_counts_too_small_to_divide_by_leave_probabilities()
    {
        IndexedCorpus pruned =
            new(Bitexts.Corpus("a ||| x y", "a ||| x", "b ||| x"), [], new TrainingContext { MaxMemory = 56 });
        pruned.Index.EntryCount.ShouldBe(2); // all but a–x are pruned
        pruned.Load(0, pruned.Chunks.Count, new ParallelOptions());
        SharedLexicon lexicon = Lexicon(pruned, [new WordPairCount(0, 0, 1e-41)]);

        lexicon.Maximize(new ParallelOptions());

        float[] emissions = Emissions(lexicon, 0);
        emissions[0].ShouldBeInRange(1e-3f, 1);
        emissions[1].ShouldBe(1e-3f / 2, 1e-9);
    }

    private static float Root(float one, float other) => MathF.Sqrt(one * other);

    private SharedLexicon Counted(params NormalizationOptions[] spellings)
    {
        _indexed.Load(0, _indexed.Chunks.Count, new ParallelOptions());
        SharedLexicon lexicon = Lexicon(_indexed, [], spellings);
        Count(lexicon);
        return lexicon;
    }

    private static SharedLexicon Lexicon(
        IndexedCorpus indexed, WordPairCount[] prior, params NormalizationOptions[] spellings)
    {
        Factoring factoring = new(spellings, indexed.Corpus.SourceVocabulary, indexed.Corpus.TargetVocabulary);
        return new SharedLexicon(
            indexed.Cells,
            [.. FactoredPairs.All(indexed.Index, factoring).Select(pairs => new FactorLexicon(pairs, 1e-3, prior))],
            new ParallelOptions());
    }

    private void Count(SharedLexicon lexicon)
    {
        AgreementCounts counts = new(threads: 1);
        counts.Links.Add(_indexed.Cells[0][0], 2);
        counts.Links.Add(_indexed.Cells[1][1], 1);
        counts.Links.Add(_indexed.Cells[2][0], 1);
        lexicon.Add([counts], new ParallelOptions());
        lexicon.Maximize(new ParallelOptions());
    }

    /// <summary>t(f|e) of the first source word.</summary>
    private static float[] Emissions(SharedLexicon lexicon, int pair)
    {
        Lattice forward = new();
        lexicon.Emit(pair, forward, new Lattice());
        return [.. Enumerable.Range(0, forward.TargetLength).Select(j => forward.Emissions[j * forward.Stride])];
    }
}
