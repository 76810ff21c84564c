using System.CommandLine;
using System.CommandLine.Parsing;
using Aligner.Cli.Hosting;
using Aligner.Cli.Options;
using Aligner.Encoders;
using Aligner.Neural.Models;
using Aligner.Neural.OnnxRuntime;
using Aligner.Texts;

namespace Aligner.Cli.Methods;

/// <summary>
/// The default method: the statistical aligner with an encoder, the one that ships or another. The encoder's links of
/// the first pairs are priors (Marchisio, Xiong and Koehn 2022); its links of uncertain pairs, or of all, are evidence.
/// </summary>
internal sealed class AutoFamily(SharedOptions shared, StatisticalFamily statistical) : IMethodFamily
{
    public const string Name = "auto";

    public static IEnumerable<(string Name, string Summary)> All =>
        [(Name, "statistical, with links of the encoder that ships, or of --model, as priors")];

    public IEnumerable<(string Name, string Summary)> Methods => All;

    public IEnumerable<Option> Options => [.. statistical.Options, .. shared.Encoder.Options];

    public string? Check(CommandResult result) =>
        result.GetValue(shared.Model) is { } model && !Directory.Exists(model)
            ? $"--method {Name} takes the folder of an encoder, which '{model}' is not"
            : null;

    public bool Streams(CommandResult result) => false;

    public void Align(AlignRun run)
    {
        TextPlan plan = statistical.Plan(run.Parsed);
        string choice = $"{Name}: statistical (quality {plan.Settings.Quality.ToString().ToLowerInvariant()})";
        if (OpenEncoder(run.Parsed, out string? reason) is not { } model)
        {
            run.Context.Messages.Note($"{choice} alone: {reason}");
            statistical.TrainAndAlign(run, plan, hear: null);
            return;
        }

        using EncoderReader encoder = new(
            model, shared.Encoder.Settings(run.Parsed), plan.Text.Normalization, run.Settings.Threads);
        statistical.TrainAndAlign(
            run, plan with { Encoder = encoder }, prior => Describe(choice, prior, run.Context.Messages));
        LeftOut.WarnOfCut(run.Context.Messages, encoder.CutCount);
    }

    private static void Describe(string choice, EncoderPrior prior, Messages messages)
    {
        string pairs = prior.PairCount == 1 ? "pair" : "pairs";
        string unused = prior.Weight == 0 && prior.PairCount > 0
            ? ", not used, since they do not predict the text"
            : string.Empty;
        messages.Note($"{choice} with encoder priors from {prior.PairCount} {pairs}{unused}");
        messages.Detail(FormattableString.Invariant(
            $"encoder/text predictive ratio {prior.Odds:0.00}; each encoder link weighs {prior.Weight:0.00}"));
        if (prior.Lexicon is { } lexicon)
        {
            messages.Detail(lexicon.Languages is { } languages
                ? $"lexicon: {languages}, {lexicon.Priors.Words.Count} word pairs known"
                : "lexicon: not used, since too few of the words are of one of its language pairs");
        }
    }

    /// <summary>The encoder of the command line, or else the one that ships; null if there is none to run.</summary>
    /// <exception cref="UsageException">The command line asks for what there is not.</exception>
    private ModelFolder? OpenEncoder(ParseResult parsed, out string? reason)
    {
        ModelFolder? encoder = parsed.GetValue(shared.Model) is { } folder
            ? ModelFolder.Open(folder)
            : ShippedEncoder.Open();
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
