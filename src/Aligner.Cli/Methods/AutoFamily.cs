using System.CommandLine;
using System.CommandLine.Parsing;
using Aligner.Cli.Inputs;
using Aligner.Core.Corpora;
using Aligner.Neural.Models;
using Aligner.Neural.OnnxRuntime;
using Aligner.Statistical.Training;

namespace Aligner.Cli.Methods;

/// <summary>
/// The method that chooses: the statistical aligner, with what an encoder, that which ships or another, says of the
/// first pairs as prior (Marchisio, Xiong and Koehn 2022), and of pairs that stay open, or all, as evidence, where
/// there is one.
/// </summary>
internal sealed class AutoFamily(SharedOptions shared, StatisticalFamily statistical) : IMethodFamily
{
    public const string Name = "auto";

    public static IEnumerable<(string Name, string Summary)> All =>
        [(Name, "statistical, with links of the encoder that comes with the tool, or that of --model, as prior")];

    public IEnumerable<(string Name, string Summary)> Methods => All;

    public IEnumerable<Option> Options => [.. statistical.Options, .. shared.Encoder.Options];

    public void Validate(CommandResult result)
    {
        if (result.GetValue(shared.Model) is { } model && !Directory.Exists(model))
        {
            result.AddError($"--method {Name} takes the folder of an encoder, which '{model}' is not");
        }
    }

    public bool Streams(CommandResult result) => false;

    public void Align(AlignRun run)
    {
        EncoderReader? reader = null;
        try
        {
            statistical.TrainAndAlign(run, bitext =>
            {
                reader = OpenReader(run, out string? reason);
                return Prepare(run, reader, reason, bitext);
            });
        }
        finally
        {
            reader?.Dispose();
        }
    }

    private (EncoderPrior Prior, BitextReader Input) Prepare(
        AlignRun run, EncoderReader? reader, string? reason, BitextReader bitext)
    {
        List<SentencePair> start = [.. Lockstep.Pairs(bitext, EncoderPrior.LeastLarge)];
        ResumedBitextReader all = new(start, bitext);
        string quality = statistical.Quality(run.Parsed).ToString().ToLowerInvariant();
        string choice = $"{Name} takes statistical with quality {quality}";
        if (reader is null)
        {
            run.Context.Messages.Note($"{choice}: {reason}");
            return (EncoderPrior.None, all);
        }

        int read = EncoderPrior.SampleOf(start.Count);
        string pairs = read == 1 ? "pair" : "pairs";
        run.Context.Messages.Note(
            $"{choice} and, as far as it knows the words, the encoder's links of {read} {pairs}");
        EncoderPrior prior = EncoderPrior.Of(reader, start);
        string counts = prior.Weight > 0
            ? FormattableString.Invariant($"count {prior.Weight:0.00} each")
            : "are not used";
        string odds = FormattableString.Invariant($"{prior.Odds:0.00} words for one that the text does");
        run.Context.Messages.Note($"the encoder's links are taken to explain {odds}, and {counts}");
        if (prior.Lexicon is { } lexicon)
        {
            run.Context.Messages.Note(lexicon.Languages is { } languages
                ? $"its lexicon takes the text for {languages}: it knows {lexicon.Priors.Words.Count} word pairs"
                : "its lexicon is not used: too few of the words are of one of its language pairs");
        }

        return (prior, all);
    }

    private EncoderReader? OpenReader(AlignRun run, out string? reason) =>
        OpenEncoder(run.Parsed, out reason) is not { } encoder ? null : new EncoderReader(
            encoder,
            shared.Encoder.Settings(run.Parsed),
            shared.Text.Tokenizer.TextOptions(run.Parsed),
            shared.Text.MaxLength(run.Parsed),
            new TrainingContext { Threads = run.Settings.Threads, Cancellation = run.Context.Cancellation });

    /// <summary>The encoder of the command line, or else the one that ships; null if there is none to run.</summary>
    /// <exception cref="UsageException">The command line asks for what there is not.</exception>
    private ModelFolder? OpenEncoder(ParseResult parsed, out string? reason)
    {
        ModelFolder? encoder = parsed.GetValue(shared.Model) is { } folder
            ? ModelFolder.Open(folder)
            : ShippedModel.Open();
        reason = encoder is null ? "this build has no encoder" : OnnxRuntimeLibrary.WhyUnavailable;
        if (reason is null)
        {
            return encoder!.Manifest.Links is not null ? encoder : throw new UsageException(
                $"{encoder.Path}: the model does not say how links are extracted, as those that finetune makes do");
        }

        return new Option[] { shared.Model }.Concat(shared.Encoder.Options)
            .FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } option
            ? throw new UsageException($"{option.Name} cannot be given: {reason}")
            : null;
    }
}
