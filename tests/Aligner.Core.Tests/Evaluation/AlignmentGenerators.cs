using Aligner.Core.Alignments;
using FsCheck;
using FsCheck.Fluent;

namespace Aligner.Core.Tests.Evaluation;

/// <summary>Random hypotheses and gold alignments over sentences of up to six words.</summary>
internal static class AlignmentGenerators
{
    private const int Words = 6;

    public static Config Config { get; } = Config.QuickThrowOnFailure.WithReplay(20071, 3);

    public static Gen<Alignment> Alignments { get; } =
        from sources in Gen.ArrayOf(Gen.Choose(0, Words - 1))
        from targets in Gen.ArrayOf(Gen.Choose(0, Words - 1))
        select Alignment.Of(sources.Zip(targets, (source, target) => new Link(source, target)));

    public static Gen<GoldAlignment> Golds { get; } =
        from sure in Alignments
        from possible in Alignments
        select new GoldAlignment(sure, possible);

    public static Gen<(Alignment Hypothesis, GoldAlignment Gold)> Pairs { get; } =
        from hypothesis in Alignments
        from gold in Golds
        select (hypothesis, gold);

    public static void Check<T>(this Gen<T> gen, Func<T, bool> holds) =>
        Prop.ForAll(gen.ToArbitrary(), holds).Check(Config);
}
