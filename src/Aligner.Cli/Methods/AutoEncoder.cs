using System.CommandLine;
using Aligner.Cli.Hosting;
using Aligner.Cli.Options;
using Aligner.Encoders;
using Aligner.Neural.Models;
using Aligner.Neural.OnnxRuntime;
using Aligner.Statistical.Models;
using Aligner.Texts;

namespace Aligner.Cli.Methods;

/// <summary>The encoder that the method <c>auto</c> asks: the one that ships, or another that is named.</summary>
/// <param name="folder">Names another.</param>
/// <param name="encoder">How it runs.</param>
internal sealed class AutoEncoder(Option<string?> folder, EncoderBundle encoder)
{
    /// <summary>The name of the method.</summary>
    public const string Method = "auto";

    /// <summary>
    /// Opens the encoder of the command line, or else the one that ships, and says what is done; null if there is none
    /// to run.
    /// </summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="plan">How the text is trained on.</param>
    /// <param name="threads">Degree of parallelism.</param>
    /// <param name="choice">What is chosen, for a note.</param>
    /// <param name="messages">Told if there is no encoder.</param>
    /// <exception cref="UsageException">The command line asks for what there is not.</exception>
    public EncoderReader? Open(ParseResult parsed, TextPlan plan, int threads, string choice, Messages messages)
    {
        if (Find(parsed, out string? reason) is { } model)
        {
            return new EncoderReader(model, encoder.Settings(parsed), plan.Text.Normalization, threads);
        }

        messages.Note($"{choice} alone: {reason}");
        return null;
    }

    /// <summary>Opens the encoder that a saved model names; null, with a warning, where it cannot run.</summary>
    /// <exception cref="Core.DataException">The encoder is gone, or another one.</exception>
    public static EncoderReader? OpenOf(StatisticalModel model, int threads, Messages messages)
    {
        if (model.Encoder is not { } named)
        {
            return null;
        }

        ModelFolder? found = ModelEncoders.Open(named);
        if ((found is null ? "this build has no encoder" : OnnxRuntimeLibrary.WhyUnavailable) is { } reason)
        {
            messages.Warn($"the model is used without its encoder '{named.Name}': {reason}");
            return null;
        }

        return new EncoderReader(found!, new SessionSettings { Threads = 1 }, model.Text.Normalization, threads);
    }

    /// <summary>Says what the encoder's priors are.</summary>
    public static void Describe(string choice, EncoderPrior prior, Messages messages)
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

    private ModelFolder? Find(ParseResult parsed, out string? reason)
    {
        ModelFolder? found = parsed.GetValue(folder) is { } path ? ModelFolder.Open(path) : ShippedEncoder.Open();
        reason = found is null ? "this build has no encoder" : OnnxRuntimeLibrary.WhyUnavailable;
        if (reason is null)
        {
            return EncoderBundle.RequireLinks(found!);
        }

        return new Option[] { folder }.Concat(encoder.Options)
            .FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } option
            ? throw new UsageException($"{option.Name} cannot be given: {reason}")
            : null;
    }
}
