using Aligner.Statistical.Hmm;
using Aligner.Statistical.Inference;
using Aligner.Statistical.Training;

namespace Aligner.Statistical.Tests.Hmm;

public class SharedLexiconTests
{
    [Fact]
    public void Columns_beyond_the_source_words_stay_finite_whatever_pair_came_before()
    {
        IndexedCorpus indexed =
            new([Bitexts.Corpus("a b c d e f g h i ||| x", "a ||| x")], [[]], new TrainingContext());
        indexed.Load(0, indexed.Chunks.Count, new ParallelOptions());
        SharedLexicon lexicon = new(indexed.Cells[0], floor: 1e-3, prior: []);
        AgreementRows rows = new();

        Multiply(pair: 0);
        rows.SourceScales.Fill(float.PositiveInfinity); // as of words that hardly ever come
        float[] emissions = Multiply(pair: 1);

        emissions.Length.ShouldBeGreaterThan(1);
        emissions.ShouldAllBe(emission => float.IsFinite(emission));

        float[] Multiply(int pair)
        {
            Lattice forward = new();
            Lattice reverse = new();
            forward.Resize(indexed.Corpus.Source(pair).Length, indexed.Corpus.Target(pair).Length);
            reverse.Resize(forward.TargetLength, forward.SourceLength);
            rows.Resize(forward);
            lexicon.Multiply(pair, forward, reverse.NullEmissions, rows);
            return forward.Emissions.ToArray();
        }
    }
}
