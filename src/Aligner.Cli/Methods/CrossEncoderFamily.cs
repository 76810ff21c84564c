using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using Aligner.Cli.Hosting;
using Aligner.Cli.Options;
using Aligner.Core;
using Aligner.Core.Text;
using Aligner.Neural.CrossEncoders;
using Aligner.Neural.Encoders;
using Aligner.Neural.Models;
using Aligner.Tokenization.Normalization;

namespace Aligner.Cli.Methods;

/// <summary>The methods that ask an encoder with a head for the links of each word.</summary>
internal sealed class CrossEncoderFamily : IMethodFamily
{
    private readonly SharedOptions _shared;

    private readonly Option<string?> _marker = new ToolOption<string?>("--marker")
    {
        Description = "The marker before and after the marked word, as in the training of the model",
        Default = string.Join(
            ", ", CrossEncoderRules.All.Select(entry => $"{entry.Rule.DefaultMarker} for {entry.Name}")),
        HelpName = "TEXT",
    };

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public CrossEncoderFamily(ToolCommand command, SharedOptions shared)
    {
        _shared = shared;
        command.Add(Headings.Encoder, _marker);
    }

    public static IEnumerable<(string Name, string Summary)> All =>
        CrossEncoderRules.All.Select(entry => (entry.Name, entry.Summary));

    /// <summary>The method that asks the head of a model; null if it has none, or is no model.</summary>
    public static string? MethodOf(string folder)
    {
        try
        {
            HeadKind head = ModelFolder.Open(folder).Manifest.Encoder.Head;
            return CrossEncoderRules.All.FirstOrDefault(entry => entry.Rule.Head == head)?.Name;
        }
        catch (Exception exception) when (exception is DataException or IOException or UnauthorizedAccessException)
        {
            // Whoever opens it to align says what is wrong.
            return null;
        }
    }

    public IEnumerable<(string Name, string Summary)> Methods => All;

    public IEnumerable<Option> Options => [.. _shared.Encoder.Options, _marker];

    public string? Check(CommandResult result) =>
        result.GetResult(_shared.Model) is not { Implicit: false }
            ? $"--method {result.GetValue(_shared.Method)} needs --model"
        : string.IsNullOrWhiteSpace(result.GetValue(_marker) ?? "default") ? $"{_marker.Name} is empty"
        : null;

    public bool Streams(CommandResult result) => true;

    public void Align(AlignRun run)
    {
        using TextOutput output = run.OpenOutput();
        TextBundle text = _shared.Text;
        ModelFolder model = _shared.Encoder.Open(run.Parsed)!;
        using CrossEncoderAligner aligner = new(
            model,
            CrossEncoderRules.Get(run.Method),
            new CrossEncoderOptions
            {
                Marker = run.Parsed.GetValue(_marker),
                Threshold = run.Parsed.GetValue(_shared.Threshold),
            },
            new EncoderOptions { Session = _shared.Encoder.Settings(run.Parsed) },
            new WordNormalizer(text.Tokenizer.TextOptions(run.Parsed).Normalization),
            run.Settings.Threads);
        using PairStream input = new(text.Open(run), text.MaxLength(run.Parsed), run.Context.Cancellation);
        long start = Stopwatch.GetTimestamp();
        input.Align(run, aligner, output);
        LeftOut.WarnOfCut(run.Context.Messages, aligner.CutCount);
        EncoderBundle.Report(run, aligner.Totals, Stopwatch.GetElapsedTime(start));
    }
}
