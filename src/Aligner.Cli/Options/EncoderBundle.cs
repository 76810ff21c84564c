using System.CommandLine;
using Aligner.Cli.Hosting;
using Aligner.Encoders;
using Aligner.Neural.Encoders;
using Aligner.Neural.Models;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Cli.Options;

/// <summary>The model folder of an encoder and how it runs.</summary>
internal sealed class EncoderBundle
{
    private readonly Option<string?> _model;

    private readonly Option<string?> _provider = new ToolOption<string?>("--provider")
    {
        Default = "cpu",
        Description = "Execution provider of ONNX Runtime: cpu, or another one that the library supports, as cuda",
        HelpName = "NAME",
    };

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    /// <param name="command">The command.</param>
    /// <param name="model">The model folder; not added.</param>
    public EncoderBundle(ToolCommand command, Option<string?> model)
    {
        _model = model;
        command.Add(Headings.Encoder, _provider);
    }

    /// <summary>The options of the bundle.</summary>
    public IEnumerable<Option> Options => [_provider];

    /// <summary>Opens the model folder, if one is given.</summary>
    public ModelFolder? Open(ParseResult parsed) =>
        parsed.GetValue(_model) is { } path ? ModelFolder.Open(path) : null;

    /// <summary>Opens the model folder that is given, or the one that comes with the tool.</summary>
    /// <exception cref="UsageException">None is given, and the tool comes without.</exception>
    public ModelFolder OpenAny(ParseResult parsed) => Open(parsed) ?? ShippedEncoder.Open()
        ?? throw new UsageException("no encoder comes with this build: give --model, or vector files");

    /// <summary>Refuses a model that is asked for links and cannot give them.</summary>
    /// <exception cref="UsageException">Its manifest does not say how links are extracted.</exception>
    public static ModelFolder RequireLinks(ModelFolder model) => model.Manifest.Links is not null
        ? model
        : throw new UsageException(
            $"{model.Path}: the model does not say how links are extracted, as those that finetune makes do");

    /// <summary>How the encoder runs.</summary>
    public SessionSettings Settings(ParseResult parsed) => new()
    {
        // Batches run beside each other, one a thread.
        Threads = 1,
        Providers = parsed.GetValue(_provider) is { } name ? [new ExecutionProvider(name)] : [ExecutionProvider.Cpu],
    };

    /// <summary>Says with <c>-v</c> what the encoder did.</summary>
    public static void Report(AlignRun run, EncodingTotals totals, TimeSpan elapsed)
    {
        double threadSeconds = elapsed.TotalSeconds * run.Settings.Threads;
        run.Context.Messages.Detail(FormattableString.Invariant(
            $"encoder: {totals.Pieces} pieces in {totals.Batches} batches, {elapsed.TotalSeconds:0.0} s, ")
            + FormattableString.Invariant(
                $"{100.0 * (totals.Positions - totals.Pieces) / Math.Max(1, totals.Positions):0.0}% padding, ")
            + FormattableString.Invariant(
                $"{100 * totals.RuntimeSeconds / Math.Max(1e-9, threadSeconds):0.0}% of the time in ONNX Runtime"));
    }
}
