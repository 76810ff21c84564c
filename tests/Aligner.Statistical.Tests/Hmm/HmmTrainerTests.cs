using Aligner.Statistical.Corpora;
using Aligner.Statistical.Hmm;
using Aligner.Statistical.Inference;
using Aligner.Statistical.Tests.Training;
using Aligner.Statistical.Training;
using FsCheck.Fluent;

namespace Aligner.Statistical.Tests.Hmm;

public class HmmTrainerTests
{
    /// <summary>Posteriors that the trainer leaves out as negligible and rounding to float.</summary>
    private const double Tolerance = 5e-4;

    [Fact]
    public void Training_equals_agreement_in_dictionaries()
    {
        var cases =
            from pairs in Bitexts.Small
            from ibm1Iterations in Gen.Choose(1, 3)
            from iterations in Gen.Choose(1, 2)
            select (Pairs: pairs, Ibm1Iterations: ibm1Iterations, Iterations: iterations);
        cases.Check(example =>
        {
            NaiveAgreement expected = new(example.Pairs);
            ParallelCorpus corpus = Bitexts.Corpus(example.Pairs);
            TrainingLog log = new();
            HmmTrainer trainer = new(new HmmOptions
            {
                Ibm1Iterations = example.Ibm1Iterations,
                Iterations = example.Iterations,
            });

            DirectionalModels models = trainer.Train(corpus, log.Context);

            log.Steps.Count.ShouldBe(example.Ibm1Iterations + example.Iterations);
            foreach (TrainingProgress step in log.Steps)
            {
                Action iterate = step.Stage == "ibm1" ? expected.IterateIbm1 : expected.IterateHmm;
                iterate();
                step.CrossEntropy.ShouldBe(expected.CrossEntropy, Tolerance * Math.Max(1, expected.CrossEntropy));
            }

            Compare((HmmModel)models.Forward, expected.Forward, corpus);
            Compare((HmmModel)models.Reverse, expected.Reverse, corpus.Swap());
        });
    }

    private static void Compare(HmmModel model, NaiveAgreement.Direction expected, ParallelCorpus corpus)
    {
        foreach (string target in expected.Targets)
        {
            int f = corpus.TargetVocabulary.Find(target);
            ((double)model.Lexicon.Null(f)).ShouldBe(expected.Null(target), Tolerance, $"t({target}|NULL)");
            foreach (string source in expected.Sources)
            {
                int e = corpus.SourceVocabulary.Find(source);
                ((double)model.Lexicon[e, f]).ShouldBe(expected[source, target], Tolerance, $"t({target}|{source})");
            }
        }

        for (int jump = -3; jump <= 3; jump++)
        {
            double weight = model.Jumps.Jumps.Span[JumpTable.MaxJump + jump];
            weight.ShouldBe(expected.Jumps.Jump(jump), 10 * Tolerance, $"jump {jump}");
        }

        for (int start = 0; start <= 3; start++)
        {
            double weight = model.Jumps.Starts.Span[start];
            weight.ShouldBe(expected.Jumps.Start(start), 10 * Tolerance, $"start {start}");
        }
    }
}
