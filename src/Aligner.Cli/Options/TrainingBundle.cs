using System.CommandLine;
using Aligner.Cli.Hosting;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Coverage;
using Aligner.Statistical.Methods;
using Aligner.Statistical.Models;
using Aligner.Statistical.Priors;
using Aligner.Statistical.Training;
using Aligner.Texts;

namespace Aligner.Cli.Options;

/// <summary>
/// What trains a statistical model: its settings and the bounds of the run.
/// </summary>
internal sealed class TrainingBundle
{
    private readonly Option<string> _quality = OptionFactory.DescribedChoice(
        "--quality",
        "How much time the method statistical may take",
        "default",
        [
            ("fast", "HMM with stem factors, no sampler"),
            ("default", "HMM with stem factors and a sampled lexicon, as bayes"),
            ("best", "the same; with auto, the encoder reads all pairs of a large text"),
        ]);

    private readonly Option<int?> _iterations = OptionFactory.OptionalInteger(
        "--iterations",
        "EM iterations of the method's own model, or sweeps of a sampler",
        1,
        absent: "the method's own");

    private readonly Option<double?> _nullProbability =
        OptionFactory.OptionalNumber(
            "--null-prior",
            "Probability that a word links to NULL",
            NumberRange.Between(0, 1),
            absent: "the method's own");

    private readonly Option<int?> _maxMemory = OptionFactory.OptionalInteger(
        "--max-memory",
        "Megabytes that training may take; rare word pairs are pruned, and the text goes to temporary files",
        1,
        absent: "no bound");

    private readonly PriorsBundle _priors;
    private readonly Option<string> _method;
    private readonly TextBundle _text;

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    /// <param name="command">The command.</param>
    /// <param name="method">Names one of <see cref="StatisticalMethods"/> when the bundle is used.</param>
    /// <param name="text">How text becomes words.</param>
    public TrainingBundle(ToolCommand command, Option<string> method, TextBundle text)
    {
        _method = method;
        _text = text;
        command.Add(Headings.Training, _quality, _iterations, _nullProbability, _maxMemory);
        _priors = new PriorsBundle(command);
    }

    /// <summary>The options of the bundle.</summary>
    public IEnumerable<Option> Options => [_quality, _iterations, _nullProbability, _maxMemory, .. _priors.Options];

    /// <summary>The options that a saved model decides, which therefore cannot be given with one.</summary>
    public IEnumerable<Option> DecidedByModel => [_method, .. Options, .. _text.Options];

    /// <summary>The options that the model decides from which training goes on.</summary>
    public IEnumerable<Option> KeptFromModel => [_method, .. _text.Options];

    /// <summary>
    /// The method that the command line asks for, or the default one if it asks for no statistical one.
    /// </summary>
    public StatisticalMethod Method(ParseResult parsed)
    {
        string name = parsed.GetRequiredValue(_method);
        return StatisticalMethods.Get(
            StatisticalMethods.All.Any(method => method.Name == name) ? name : StatisticalMethods.Best);
    }

    private Quality Quality(ParseResult parsed) =>
        Enum.Parse<Quality>(parsed.GetRequiredValue(_quality), ignoreCase: true);

    /// <summary>Makes sure, before any work, that the method can have the settings that are given.</summary>
    /// <exception cref="UsageException">It cannot.</exception>
    private void Check(ParseResult parsed, StatisticalMethod method)
    {
        try
        {
            method.CreateTrainer(Settings(parsed));
        }
        catch (ArgumentException exception)
        {
            throw new UsageException(exception.Message);
        }
    }

    /// <summary>What the command line asks for, checked before any work.</summary>
    /// <exception cref="UsageException">The method cannot have the settings that are given.</exception>
    public TextPlan Plan(ParseResult parsed)
    {
        Check(parsed, Method(parsed));
        return new TextPlan
        {
            Method = Method(parsed),
            Settings = Settings(parsed),
            Text = _text.Tokenizer.TextOptions(parsed),
            MaxLength = _text.MaxLength(parsed),
        };
    }

    /// <summary>What goes on from a model: its method and its words, with the settings of the command line.</summary>
    /// <exception cref="UsageException">The method cannot have the settings that are given.</exception>
    public TextPlan Plan(ParseResult parsed, StatisticalModel model)
    {
        Check(parsed, model.Method);
        return new TextPlan
        {
            Method = model.Method,
            Settings = Settings(parsed),
            Text = model.Text,
            MaxLength = model.MaxLength,
        };
    }

    /// <summary>Trains on a text, with progress on standard error.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="text">The text.</param>
    /// <param name="plan">How.</param>
    /// <param name="run">Threads and seed.</param>
    /// <param name="context">Messages and cancellation.</param>
    /// <param name="hear">Told the priors of the encoder, if there is one.</param>
    /// <param name="known">Priors besides those of the command line; null, the default, for none.</param>
    public TrainedText Train(
        ParseResult parsed,
        TrainingText text,
        TextPlan plan,
        RunSettings run,
        CommandContext context,
        Action<EncoderPrior>? hear,
        AlignmentPriors? known = null)
    {
        TextPlan seeded = plan with { Settings = plan.Settings with { Seed = run.Seed } };
        AlignmentPriors given = ReadPriors(parsed, plan, context);
        AlignmentPriors priors = (known ?? AlignmentPriors.None).With(given);
        TrainedText? trained = null;
        ProgressDisplay.Run(context.Messages, progress => trained =
            TrainedText.Train(text, seeded, Context(parsed, priors, run, context, progress), hear));
        Report(context, trained!.Count, trained.Model);
        if (given.Words.Count > 0)
        {
            CoverageNotes.OfPriors(context.Messages, PriorCoverage.Of(given, trained.Model));
        }

        return trained;
    }

    private AlignmentPriors ReadPriors(ParseResult parsed, TextPlan plan, CommandContext context) => _priors.Read(
        parsed, bitext => _text.Units.OpenFor(plan.Text, parsed, bitext, hear: null), context.Cancellation);

    private TrainingContext Context(
        ParseResult parsed,
        AlignmentPriors priors,
        RunSettings run,
        CommandContext context,
        IProgress<ProgressStep> progress) =>
        new()
        {
            Threads = run.Threads,
            MaxProcessMemory = parsed.GetValue(_maxMemory) is { } megabytes ? (long)megabytes << 20 : long.MaxValue,
            Forecast = forecast => Tell(forecast, context.Messages),
            Priors = priors,
            Progress = StageProgress.Begin(progress, context.Messages),
            Cancellation = context.Cancellation,
        };

    private static void Tell(MemoryForecast forecast, Messages messages)
    {
        long available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        string takes = $"training takes about {forecast.Bytes >> 20} MB";
        messages.Detail(takes);
        if (forecast.Bytes > available)
        {
            messages.Warn($"{takes}, but the machine has {available >> 20} MB; --max-memory bounds it");
        }
    }

    private static void Report(CommandContext context, int pairs, StatisticalModel model) =>
        context.Messages.Detail($"{pairs} pairs, {model.SourceVocabulary.Count} source and "
            + $"{model.TargetVocabulary.Count} target words");

    private MethodSettings Settings(ParseResult parsed) => new()
    {
        Iterations = parsed.GetValue(_iterations),
        NullProbability = parsed.GetValue(_nullProbability),
        Quality = Quality(parsed),
    };

    private sealed class StageProgress(IProgress<ProgressStep> progress, Messages messages)
        : IProgress<TrainingProgress>
    {
        private static readonly Dictionary<string, string> Names = new()
        {
            [EncoderPrior.Stage] = "reading pairs by the encoder",
            ["ibm1"] = "training IBM Model 1",
            ["ibm2"] = "training IBM Model 2",
            ["hmm"] = "training the HMM",
            ["bayes"] = "sampling the lexicon",
        };

        /// <summary>Shows that the text is read, which comes before all stages.</summary>
        public static StageProgress Begin(IProgress<ProgressStep> progress, Messages messages)
        {
            progress.Report(new ProgressStep("reading the text", 0));
            return new StageProgress(progress, messages);
        }

        public void Report(TrainingProgress value)
        {
            progress.Report(new ProgressStep(
                Names.GetValueOrDefault(value.Stage, value.Stage), value.Iteration, value.Iterations));
            if (value.Iteration == value.Iterations)
            {
                progress.Report(new ProgressStep("preparing what comes next", 0));
            }

            if (!messages.ShowsProgress)
            {
                string bits = value.CrossEntropy is { } entropy ? $": {entropy:0.0000} bits a token" : "";
                messages.Detail($"{value.Stage} {value.Iteration}/{value.Iterations}{bits}");
            }
        }
    }
}
