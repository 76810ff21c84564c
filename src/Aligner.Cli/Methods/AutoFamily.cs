using System.CommandLine;
using System.CommandLine.Parsing;
using Aligner.Cli.Hosting;
using Aligner.Cli.Options;
using Aligner.Encoders;
using Aligner.Texts;

namespace Aligner.Cli.Methods;

/// <summary>
/// The default method: the statistical aligner with an encoder, the one that ships or another. The encoder's links of
/// the first pairs are priors (Marchisio, Xiong and Koehn 2022); its links of uncertain pairs, or of all, are evidence.
/// </summary>
internal sealed class AutoFamily(SharedOptions shared, StatisticalFamily statistical) : IMethodFamily
{
    public const string Name = AutoEncoder.Method;

    public static IEnumerable<(string Name, string Summary)> All =>
        [(Name, "statistical, with links of the encoder that ships, or of --model, as priors")];

    public IEnumerable<(string Name, string Summary)> Methods => All;

    public IEnumerable<Option> Options => [.. statistical.Options, .. shared.Encoder.Options];

    public bool HasExperts => true;

    public string? Check(CommandResult result) =>
        result.GetValue(shared.Model) is { } model && !Directory.Exists(model)
            ? $"--method {Name} takes the folder of an encoder, which '{model}' is not"
            : statistical.CheckNoEncoder(result);

    public bool Streams(CommandResult result) => false;

    public void Align(AlignRun run)
    {
        TextPlan plan = statistical.Plan(run.Parsed);
        string choice = $"{Name}: statistical (quality {plan.Settings.Quality.ToString().ToLowerInvariant()})";
        using EncoderReader? encoder = new AutoEncoder(shared.Model, shared.Encoder)
            .Open(run.Parsed, plan, run.Settings.Threads, choice, run.Context.Messages);
        statistical.TrainAndAlign(
            run,
            plan with { Encoder = encoder },
            encoder is null ? null : prior => AutoEncoder.Describe(choice, prior, run.Context.Messages));
        LeftOut.WarnOfCut(run.Context.Messages, encoder?.CutCount ?? 0);
    }
}
