using System.CommandLine;
using System.CommandLine.Parsing;
using Aligner.Cli.Hosting;
using Aligner.Cli.Options;
using Aligner.Combination.Deciders;
using Aligner.Core.Text;
using Aligner.Encoders;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Coverage;
using Aligner.Statistical.Methods;
using Aligner.Statistical.Models;
using Aligner.Texts;
using Aligner.Tokenization.Units;

namespace Aligner.Cli.Methods;

/// <summary>The methods that learn from a bitext: the input itself, or that of a saved model.</summary>
internal sealed class StatisticalFamily : IMethodFamily
{
    private readonly Option<string?> _model;
    private readonly TextBundle _text;

    private readonly Option<bool> _noEncoder = new("--no-encoder")
    {
        Description = "With a saved model: do not let its encoder read the pairs, which is faster and less accurate",
    };

    private readonly TrainingBundle _training;
    private readonly DecodingBundle _decoding;

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public StatisticalFamily(ToolCommand command, SharedOptions shared)
    {
        _model = shared.Model;
        _text = shared.Text;
        command.Add(Headings.Encoder, _noEncoder);
        _training = new TrainingBundle(command, shared.Method, shared.Text);
        _decoding = new DecodingBundle(command, shared.Threshold);
    }

    public static IEnumerable<(string Name, string Summary)> All =>
        StatisticalMethods.All.Select(method => (method.Name, method.Summary));

    public IEnumerable<(string Name, string Summary)> Methods => All;

    public IEnumerable<Option> Options => [_noEncoder, .. _training.Options, .. _decoding.Options];

    public bool HasExperts => true;

    public string? Check(CommandResult result) => result.GetResult(_model) is not { Implicit: false }
        ? CheckNoEncoder(result)
        : _training.DecidedByModel.FirstOrDefault(option => result.GetResult(option) is { Implicit: false })
            is { } option
                ? $"{option.Name} cannot be given with --model: the model was trained with its own"
                : null;

    /// <summary>Why the option that is for saved models alone cannot be given; null if it is not.</summary>
    public string? CheckNoEncoder(CommandResult result) => result.GetResult(_noEncoder) is { Implicit: false }
        ? $"{_noEncoder.Name} needs --model with a model that train saved; "
            + $"without a model, --method {StatisticalMethods.Best} asks no encoder"
        : null;

    public bool Streams(CommandResult result) => result.GetResult(_model) is { Implicit: false };

    public void Align(AlignRun run)
    {
        if (run.Parsed.GetValue(_model) is { } path)
        {
            AlignWithSavedModel(run, path);
        }
        else
        {
            TrainAndAlign(run, Plan(run.Parsed), hear: null);
        }
    }

    /// <summary>What the command line asks for, checked before any work.</summary>
    /// <exception cref="UsageException">Options contradict each other, or the method cannot have them.</exception>
    public TextPlan Plan(ParseResult parsed) => _training.Plan(parsed) with
    {
        Decision = _decoding.Decision(parsed, _training.Method(parsed)),
        Inflections = _decoding.Inflections(parsed),
    };

    /// <summary>Trains on the input and aligns it.</summary>
    /// <param name="run">The command line, input and output.</param>
    /// <param name="plan">How.</param>
    /// <param name="hear">Told the priors of the encoder, if there is one.</param>
    public void TrainAndAlign(AlignRun run, TextPlan plan, Action<EncoderPrior>? hear)
    {
        using TextOutput output = run.OpenOutput();
        using TokenizedBitext bitext = _text.Open(run);
        UnitLog log = new(bitext, run.NeedsPairs);
        TrainingText text = TrainingText.Begin(log.Read(), plan.Encoder is null ? 0 : EncoderPrior.LeastLarge);
        TrainedText trained = _training.Train(
            run.Parsed,
            text,
            plan with { Text = bitext.Text, Decision = plan.Decision! with { Explain = run.Explains } },
            run.Settings,
            run.Context,
            hear);
        run.Write(
            trained.Align(run.Context.Cancellation).Select((alignment, pair) =>
                (log.Lift(pair, alignment), log.Pair(pair))),
            output,
            trained.Count);
        if (trained.UncertainCount is { } read && plan.Settings.Quality != Quality.Best)
        {
            string pairs = read == 1 ? "pair" : "pairs";
            run.Context.Messages.Detail($"the encoder read {read} uncertain {pairs} again");
        }

        LeftOut.Warn(run.Context.Messages, trained.EmptyPairs, trained.OverlongPairs, plan.MaxLength);
    }

    private void AlignWithSavedModel(AlignRun run, string path)
    {
        if (path == TextInput.StandardStreamPath && run.ReadsStandardInput)
        {
            throw new UsageException("--model and the bitext cannot both be standard input");
        }

        using TextOutput output = run.OpenOutput();
        StatisticalModel model = StatisticalModelFormat.Open(path);
        DecisionOptions decision =
            _decoding.Decision(run.Parsed, model.Method) with { Explain = run.Explains };
        bool inflections = _decoding.Inflections(run.Parsed);
        using EncoderReader? encoder = run.Parsed.GetValue(_noEncoder)
            ? null
            : AutoEncoder.OpenOf(model, run.Settings.Threads, run.Context.Messages);
        ModelAligner aligner = new(model, encoder, decision, run.Settings.Threads, inflections);
        ModelCoverage coverage = new(model);
        using PairStream input = new(
            _text.OpenFor(model.Text, run), model.MaxLength, run.Context.Cancellation, coverage.Add);
        input.Align(run, aligner, output);
        CoverageNotes.OfModel(run.Context.Messages, coverage);
    }
}
