using Aligner.Statistical.Hmm;
using Aligner.Statistical.Inference;
using Aligner.Statistical.Lexicon;
using FsCheck;
using FsCheck.Fluent;

namespace Aligner.Statistical.Tests.Hmm;

public class HmmModelTests
{
    private static readonly FactoredLexicon NoLexicon = new([new LexicalTable([0], [], [], [], 1e-9f, [])]);

    [Fact]
    public void Posteriors_and_probability_equal_the_sums_over_all_alignments() => Cases.Check(example =>
    {
        Lattice lattice = example.Lattice();

        double logProbability = example.Model.Posteriors(lattice);

        NaiveHmm expected = example.Enumerate();
        logProbability.ShouldBe(Math.Log(expected.Total), 1e-4);
        for (int j = 0; j < lattice.TargetLength; j++)
        {
            for (int i = 0; i < lattice.SourceLength; i++)
            {
                lattice.Posteriors[(j * lattice.Stride) + i].ShouldBe((float)expected.Posteriors[j][i], 1e-5f);
            }
        }
    });

    [Fact]
    public void Expected_jumps_equal_the_sums_over_all_alignments() => Cases.Check(example =>
    {
        Lattice lattice = example.Lattice();
        JumpTable jumps = example.Jumps.ToTable();
        JumpCounts counts = new();

        HmmInference.Posteriors(lattice, jumps);
        HmmInference.CountJumps(lattice, jumps, counts);

        NaiveHmm expected = example.Enumerate();
        JumpTable actual = counts.ToTable(prior: 0, uniform: 0.5, nullProbability: 0.5);
        for (int jump = -JumpTable.MaxJump; jump <= JumpTable.MaxJump; jump++)
        {
            float count = actual.Jumps.Span[JumpTable.MaxJump + jump];
            count.ShouldBe((float)expected.Jumps.GetValueOrDefault(jump), 1e-5f, $"jump {jump}");
        }

        for (int start = 0; start <= JumpTable.MaxJump; start++)
        {
            float count = actual.Starts.Span[start];
            count.ShouldBe((float)expected.Starts.GetValueOrDefault(start), 1e-5f, $"start {start}");
        }
    });

    [Fact]
    public void Viterbi_finds_the_most_probable_alignment() => Cases.Check(example =>
    {
        Lattice lattice = example.Lattice();
        int[] links = new int[lattice.TargetLength];

        example.Model.Viterbi(lattice, links);

        NaiveHmm expected = example.Enumerate();
        expected.Probability(links).ShouldBe(expected.Best, 1e-5 * expected.Best);
    });

    [Fact]
    public void One_word_a_side_is_linked_or_NULL()
    {
        NaiveJumps jumps = new(_ => 1, _ => 1, Uniform: 0.1, NullProbability: 0.2);
        Case example = new(jumps, [[0.3f]], [0.4f]);
        Lattice lattice = example.Lattice();

        // Linked 0.8 · 0.3 = 0.24, NULL 0.2 · 0.4 = 0.08.
        example.Model.Posteriors(lattice).ShouldBe(Math.Log(0.32), 1e-6);
        lattice.Posteriors[0].ShouldBe(0.75f, 1e-6f);
        lattice.NullPosterior(0).ShouldBe(0.25f, 1e-6f);
    }

    [Theory]
    [InlineData(1000, 1000, false)]
    [InlineData(300, 300, true)]
    [InlineData(1, 3000, false)]
    [InlineData(1500, 1, false)]
    public void Long_sentences_stay_finite(int n, int m, bool allAtTheFloor)
    {
        Random random = new(5);
        float[][] emissions = [.. Enumerable.Range(0, m).Select(_ => Enumerable.Range(0, n)
            .Select(_ => allAtTheFloor || random.Next(100) > 0 ? 1e-9f : random.NextSingle()).ToArray())];
        NaiveJumps jumps = new(jump => Math.Exp(-Math.Abs(jump - 1)), _ => 1, Uniform: 0.02, NullProbability: 0.1);
        Case example = new(jumps, emissions, [.. Enumerable.Repeat(1e-9f, m)]);
        Lattice lattice = example.Lattice();
        int[] links = new int[m];

        example.Model.Viterbi(lattice, links);
        double logProbability = example.Model.Posteriors(lattice);

        double.IsFinite(logProbability).ShouldBeTrue();
        links.All(link => link >= -1 && link < n).ShouldBeTrue();
        foreach (float[] row in lattice.Posteriors.ToArray().Chunk(lattice.Stride))
        {
            row.All(posterior => posterior >= 0).ShouldBeTrue();
            row.Sum().ShouldBeInRange(0, 1.001f); // rounding adds up over the words
        }
    }

    private static Gen<float> Probability { get; } =
        Gen.Choose(0, 80).Select(exponent => (float)Math.Pow(10, -exponent / 10.0));

    private static Gen<Case> Cases { get; } =
        from n in Gen.Choose(1, 4)
        from m in Gen.Choose(1, 4)
        from emissions in Gen.ArrayOf(Gen.ArrayOf(Probability, n), m)
        from nullEmissions in Gen.ArrayOf(Probability, m)
        from jumps in Gen.ArrayOf(Gen.Choose(1, 100), 7)
        from starts in Gen.ArrayOf(Gen.Choose(1, 100), 4)
        from uniform in Gen.Elements(0.01f, 0.5f)
        from nullProbability in Gen.Elements(0.01f, 0.1f, 0.6f)
        select new Case(
            new NaiveJumps(
                jump => jumps[Math.Clamp(jump + 3, 0, 6)],
                start => starts[Math.Min(start, 3)],
                uniform,
                nullProbability),
            emissions,
            nullEmissions);

    private sealed record Case(NaiveJumps Jumps, float[][] Emissions, float[] NullEmissions)
    {
        public HmmModel Model => new(NoLexicon, Jumps.ToTable());

        public NaiveHmm Enumerate() => new(
            Jumps,
            [.. Emissions.Select(row => row.Select(emission => (double)emission).ToArray())],
            [.. NullEmissions.Select(emission => (double)emission)]);

        public Lattice Lattice()
        {
            Lattice lattice = new();
            lattice.Resize(Emissions[0].Length, Emissions.Length);
            for (int j = 0; j < Emissions.Length; j++)
            {
                Emissions[j].CopyTo(lattice.Emissions[(j * lattice.Stride)..]);
            }

            NullEmissions.CopyTo(lattice.NullEmissions);
            return lattice;
        }
    }
}
