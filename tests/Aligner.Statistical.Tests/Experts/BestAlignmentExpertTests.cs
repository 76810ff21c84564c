using Aligner.Combination.Deciders;
using Aligner.Combination.Evidence;
using Aligner.Core.Alignments;
using Aligner.Core.Symmetrization;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Directions;
using Aligner.Statistical.Experts;
using Aligner.Statistical.Inference;

namespace Aligner.Statistical.Tests.Experts;

public class BestAlignmentExpertTests
{
    public static TheoryData<string, string, GrowDefinition> Heuristics
    {
        get
        {
            TheoryData<string, string, GrowDefinition> data = [];
            foreach (SymmetrizerEntry entry in Symmetrizers.All)
            {
                data.Add("ibm2", entry.Name, GrowDefinition.Moses);
                data.Add("hmm", entry.Name, GrowDefinition.Atools);
            }

            return data;
        }
    }

    /// <summary>Of the second source word, the best is NULL.</summary>
    [Fact]
    public void The_links_of_the_most_probable_alignment_are_certain()
    {
        BestAlignmentExpert forward = new(StubModel.Both.Forward, isReverse: false);
        BestAlignmentExpert reverse = new(StubModel.Both.Reverse, isReverse: true);
        Judgment.Links(Judgment.Of(forward, Judgment.UnknownWords)).ToString().ShouldBe("0-0 1-1");
        Judgment.Links(Judgment.Of(reverse, Judgment.UnknownWords)).ToString().ShouldBe("0-0 2-0");
        forward.About.Kind.ShouldBe(ExpertKind.BestForward);
        reverse.About.Kind.ShouldBe(ExpertKind.BestReverse);
    }

    [Fact]
    public void It_knows_no_probability_of_the_pair() => Judgment
        .Of(new BestAlignmentExpert(StubModel.Both.Forward, isReverse: false), Judgment.UnknownWords)
        .LogProbability.ShouldBeNull();

    [Theory]
    [MemberData(nameof(Heuristics))]
    public void Links_are_those_of_the_symmetrizer_on_both_Viterbi_alignments(
        string method, string heuristic, GrowDefinition definition)
    {
        TrainingResult trained = Samples.Train(method);
        HeuristicOptions options = new() { Heuristic = heuristic, GrowDefinition = definition };
        IReadOnlyList<ScoredAlignment> aligned = new StatisticalAligner(trained.Model, options, threads: 2)
            .Align(trained.Corpus.Count, trained.Pair, CancellationToken.None);

        for (int pair = 0; pair < trained.Corpus.Count; pair++)
        {
            EncodedPair encoded = trained.Pair(pair);
            Alignment forward = Viterbi(trained.Model.Directions.Forward, encoded);
            Alignment reverse = Viterbi(
                trained.Model.Directions.Reverse, new EncodedPair(encoded.Target, encoded.Source)).Swap();

            aligned[pair].ToAlignment().ShouldBe(
                Symmetrizers.Get(heuristic, definition)
                    .Combine(forward, reverse, encoded.Source.Length, encoded.Target.Length));
        }
    }

    private static Alignment Viterbi(IDirectionalModel model, EncodedPair pair)
    {
        Lattice lattice = new();
        int[] links = new int[pair.Target.Length];
        model.Lexicon.Emit(pair.Source, pair.Target, lattice);
        model.Viterbi(lattice, links);
        return Alignment.Of(links.Select((i, j) => (i, j)).Where(link => link.i >= 0)
            .Select(link => new Link(link.i, link.j)));
    }
}
