using Aligner.Core.Alignments;
using Aligner.Core.Symmetrization;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Decoding;
using Aligner.Statistical.Inference;

namespace Aligner.Statistical.Tests.Decoding;

public class HeuristicDecoderTests
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

    [Theory]
    [MemberData(nameof(Heuristics))]
    public void Links_are_those_of_the_symmetrizer_on_both_Viterbi_alignments(
        string method, string heuristic, GrowDefinition definition)
    {
        TrainingResult trained = Samples.Train(method);
        DecodingOptions options = new() { Symmetrization = heuristic, GrowDefinition = definition };
        IPairDecoder decoder = options.CreateDecoder();
        DecoderWorkspace workspace = new();

        for (int pair = 0; pair < trained.Corpus.Count; pair++)
        {
            EncodedPair encoded = trained.Pair(pair);
            Alignment forward = Viterbi(trained.Model.Directions.Forward, encoded);
            Alignment reverse = Viterbi(
                trained.Model.Directions.Reverse, new EncodedPair(encoded.Target, encoded.Source)).Swap();

            decoder.Decode(trained.Model.Directions, encoded, workspace).ShouldBe(
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
