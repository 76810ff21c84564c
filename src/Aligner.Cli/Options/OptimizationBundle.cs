using System.CommandLine;
using Aligner.Cli.Finetuning;
using Aligner.Cli.Hosting;
using Aligner.Finetuning.Corpora;
using Aligner.Finetuning.Encoders;
using Aligner.Finetuning.Objectives;
using Aligner.Finetuning.Optimization;

namespace Aligner.Cli.Options;

/// <summary>How many steps an encoder is trained for, how large, and on what mixture of texts.</summary>
internal sealed class OptimizationBundle
{
    private const float ScratchRate = 1e-3f, FinetuneRate = 2e-5f;

    private readonly Option<int> _steps = OptionFactory.Integer("--steps", "Steps of the optimizer", 5000, 1);

    private readonly Option<double?> _rate = OptionFactory.OptionalNumber(
        "--learning-rate",
        "The highest learning rate",
        NumberRange.Between(0, 1),
        absent: "0.001 from scratch, 0.00002 otherwise");

    private readonly Option<int?> _warmUp = OptionFactory.OptionalInteger(
        "--warm-up", "Steps until the learning rate is highest; then it falls", 0, absent: "a twentieth of all steps");

    private readonly Option<int> _batch = OptionFactory.Integer(
        "--batch",
        "Positions of a batch: pieces of both sides with their padding",
        new SamplerOptions().BatchPositions,
        1);

    private readonly Option<int> _accumulate =
        OptionFactory.Integer("--accumulate", "Batches that make a step", 1, 1);

    private readonly Option<double?> _balance = OptionFactory.OptionalNumber(
        "--balance",
        "Sample a bitext of n pairs in proportion to n to the power X",
        NumberRange.From(0, 1),
        absent: "0.5");

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public OptimizationBundle(ToolCommand command)
    {
        command.Add(Headings.Training, _steps, _rate, _warmUp, _batch, _accumulate, _balance);
    }

    /// <summary>Checks what each option by itself cannot.</summary>
    /// <exception cref="UsageException">The options contradict each other.</exception>
    public void Check(ParseResult parsed)
    {
        if (parsed.GetValue(_warmUp) > Steps(parsed))
        {
            throw new UsageException("--warm-up is longer than --steps");
        }
    }

    /// <summary>Number of steps.</summary>
    public int Steps(ParseResult parsed) => parsed.GetValue(_steps);

    /// <summary>The power of the size of a bitext that says how often it is drawn from.</summary>
    public double Balance(ParseResult parsed) =>
        parsed.GetValue(_balance) ?? new SamplerOptions().Balance;

    /// <summary>What the command line asks for.</summary>
    public EncoderTrainerOptions Trainer(
        ParseResult parsed, RunSettings run, EncoderStart start, ObjectiveWeights objectives)
    {
        int steps = Steps(parsed);
        return new EncoderTrainerOptions
        {
            Alignment = start.Alignment,
            Objectives = objectives,
            Tokenizer = start.TokenizerHash,
            MaskId = start.Tokenizer.SpecialTokens.Mask,
            BatchesPerStep = parsed.GetValue(_accumulate),
            Sampler = new SamplerOptions
            {
                Balance = Balance(parsed),
                BatchPositions = parsed.GetValue(_batch),
                Seed = run.Seed,
            },
            Optimizer = new TrainerOptions
            {
                Threads = run.Threads,
                Schedule = new LearningRateSchedule
                {
                    Peak = (float?)parsed.GetValue(_rate) ?? (start.IsFromScratch ? ScratchRate : FinetuneRate),
                    WarmUpSteps = parsed.GetValue(_warmUp) ?? (steps / 20),
                    TotalSteps = steps,
                },
            },
        };
    }
}
