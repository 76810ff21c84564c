using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Aligner.Cli.Finetuning;
using Aligner.Cli.Hosting;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Finetuning.Corpora;

namespace Aligner.Cli.Options;

/// <summary>
/// The links of the bitexts that an encoder learns from, and how often and how exactly they are read.
/// </summary>
internal sealed class LinkedTextBundle
{
    /// <summary>Longer sentences teach little for their time.</summary>
    public const int MaxPieces = 128;

    private readonly Argument<string[]> _bitexts;

    private readonly Option<string[]> _links = new("--links")
    {
        Description = "Links to learn, a file for each bitext in the same order, as align --scores writes them; "
            + "possible ones, as 3p4, are not learned; if absent, the statistical aligner trains on each bitext and "
            + "teaches",
        HelpName = "FILE",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<double[]> _weights = new ToolOption<double[]>("--weights")
    {
        Default = "1",
        Description = "How much more often than others of its size each bitext is drawn from, a number for each in the "
            + "same order",
        HelpName = "X",
        AllowMultipleArgumentsPerToken = true,
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result => [.. result.Tokens.Select(token => ParseWeight(result, token.Value))],
    };

    private readonly Option<double?> _noise = OptionFactory.OptionalNumber(
        "--noise",
        "Misspell words of half of the sentences, each with probability X and once for the whole training, so as to "
            + "align languages that are only related to those of the bitexts (try 0.35)",
        NumberRange.Between(0, 1),
        absent: "no noise");

    /// <summary>Adds the options to <paramref name="command"/>, which has the bitexts already.</summary>
    public LinkedTextBundle(ToolCommand command, Argument<string[]> bitexts)
    {
        _bitexts = bitexts;
        command.Add(Headings.Input, _links);
        command.Add(Headings.Training, _weights, _noise);
        _links.Validators.Add(result => OptionFactory.RefuseStandardInput(_links.Name, result));
        command.AddCheck(Check);
    }

    /// <summary>Whether links are given.</summary>
    public bool HasLinks(ParseResult parsed) => parsed.GetValue(_links) is [_, ..];

    /// <summary>All files that are read.</summary>
    public IEnumerable<string> Inputs(ParseResult parsed) =>
        [.. parsed.GetRequiredValue(_bitexts), .. parsed.GetValue(_links) ?? []];

    /// <summary>Adds a group for each bitext to a corpus.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="corpus">The corpus.</param>
    /// <param name="taught">Reads the bitexts.</param>
    /// <param name="run">The seed of spelling noise.</param>
    /// <param name="needsLinks">Whether links are learned; if not, there are none.</param>
    /// <returns>The corpus.</returns>
    public TrainingCorpus Read(
        ParseResult parsed, TrainingCorpus corpus, TaughtText taught, RunSettings run, bool needsLinks = true)
    {
        string[] bitexts = parsed.GetRequiredValue(_bitexts), links = parsed.GetValue(_links) ?? [];
        double[] weights = parsed.GetValue(_weights) ?? [];
        SpellingNoise noise = new(parsed.GetValue(_noise) ?? 0, run.Seed);
        for (int i = 0; i < bitexts.Length; i++)
        {
            IEnumerable<(TokenizedPair Pair, IReadOnlyList<ScoredLink> Links)> pairs =
                !needsLinks ? taught.WithoutLinks(bitexts[i])
                : links.Length > 0 ? taught.WithLinks(bitexts[i], links[i])
                : taught.WithTeacher(bitexts[i]);
            corpus.AddGroup(
                pairs.Select(item => (noise.Apply(item.Pair), item.Links)), weights.Length > 0 ? weights[i] : 1);
        }

        return corpus;
    }

    private static double ParseWeight(ArgumentResult result, string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double weight)
            && weight > 0 && double.IsFinite(weight))
        {
            return weight;
        }

        result.AddError($"--weights: '{text}' is not a number above 0");
        return 1;
    }

    private string? Check(CommandResult result)
    {
        (int links, int bitexts) = (result.GetValue(_links)?.Length ?? 0, result.GetValue(_bitexts)?.Length ?? 0);
        return links > 0 && links != bitexts ? $"--links names {links} files for {bitexts} bitexts"
            : result.GetResult(_weights) is { Tokens.Count: int weights } && weights != bitexts
                ? $"--weights gives {weights} numbers for {bitexts} bitexts"
            : null;
    }
}
