using System.CommandLine;
using Aligner.Cli.Hosting;
using Aligner.Combination.Deciders;
using Aligner.Combination.Features;
using Aligner.Combination.Networks;
using Aligner.Core;
using Aligner.Core.Text;
using Aligner.Statistical.Experts;
using Aligner.Statistical.Methods;

namespace Aligner.Cli.Options;

/// <summary>How the models of both directions give one alignment.</summary>
internal sealed class DecodingBundle
{
    private const string Viterbi = "viterbi";
    private const string Posterior = "posterior";

    private readonly Option<string?> _symmetrize = OptionFactory.OptionalChoice(
        "--symmetrize", "How to merge the directions", Symmetrizations.Names, absent: "the method's own");

    private readonly Option<string> _compat = OptionFactory.Choice(
        "--compat", "Whose definition of the grow heuristics to follow", "moses", GrowDefinitions.ByName.Keys);

    private readonly Option<string?> _decoding = OptionFactory.OptionalChoice(
        "--decoding", "Which links of each direction a heuristic merges", [Viterbi, Posterior], absent: Viterbi);

    private readonly Option<bool> _noInflections = new("--no-inflections")
    {
        Description = "Do not link words that only an inflection expresses, as 'the' by the -en of Danish "
            + "'bogen'; heuristics never do",
    };

    private readonly Option<string?> _network = new("--network")
    {
        Description = $"Another network that decides, for --symmetrize {Symmetrizations.Network}",
        HelpName = "FILE",
    };

    private readonly Option<double?> _threshold;

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    /// <param name="command">The command.</param>
    /// <param name="threshold">What a posterior must be above; not added.</param>
    public DecodingBundle(ToolCommand command, Option<double?> threshold)
    {
        _threshold = threshold;
        command.Add(Headings.Decision, Options);
    }

    /// <summary>The options of the bundle.</summary>
    public IEnumerable<Option> Options => [_symmetrize, _compat, _decoding, _noInflections, _network];

    /// <summary>Whether the rules of inflection apply.</summary>
    public bool Inflections(ParseResult parsed) => !parsed.GetValue(_noInflections);

    /// <summary>What the command line asks for, for a model of <paramref name="method"/>.</summary>
    /// <exception cref="UsageException">An option would do nothing.</exception>
    /// <exception cref="DataException">The network is not one.</exception>
    public DecisionOptions Decision(ParseResult parsed, StatisticalMethod method)
    {
        DecisionOptions decision =
            parsed.GetValue(_symmetrize) is { } name ? Symmetrizations.Get(name) : method.Decision;
        if (decision is not NetworkOptions && parsed.GetValue(_network) is not null)
        {
            throw new UsageException(
                $"--network does nothing with --symmetrize {Symmetrizations.NameOf(decision)}");
        }

        return decision switch
        {
            HeuristicOptions heuristic => Heuristic(parsed, heuristic),
            MergeOptions merge => Merge(parsed, merge),
            _ => Network(parsed),
        };
    }

    private HeuristicOptions Heuristic(ParseResult parsed, HeuristicOptions options)
    {
        bool byPosterior = parsed.GetValue(_decoding) == Posterior;
        if (!byPosterior && parsed.GetValue(_threshold) is not null)
        {
            throw new UsageException($"--threshold with --symmetrize {options.Heuristic} needs --decoding {Posterior}");
        }

        if (parsed.GetValue(_noInflections))
        {
            throw new UsageException(
                $"--no-inflections does nothing with --symmetrize {options.Heuristic}, which adds no such links");
        }

        return options with
        {
            GrowDefinition = GrowDefinitions.ByName[parsed.GetRequiredValue(_compat)],
            Threshold = byPosterior ? parsed.GetValue(_threshold) ?? MergeOptions.Sure.Threshold : null,
        };
    }

    private MergeOptions Merge(ParseResult parsed, MergeOptions options)
    {
        RefuseViterbi(parsed, options);
        return parsed.GetValue(_threshold) is { } threshold
            ? options with { Threshold = threshold, GrowThreshold = threshold }
            : options;
    }

    private NetworkOptions Network(ParseResult parsed)
    {
        NetworkOptions options = new() { Threshold = parsed.GetValue(_threshold) };
        RefuseViterbi(parsed, options);
        return parsed.GetValue(_network) switch
        {
            TextInput.StandardStreamPath => throw new UsageException("--network cannot be standard input"),
            { } file => options with { Network = Open(file) },
            null => options,
        };
    }

    private static LinkNetwork Open(string file)
    {
        LinkNetwork network = LinkNetworkFormat.Open(file);
        return network.Fits(new LinkFeatures(StatisticalExperts.All))
            ? network
            : throw new DataException($"{file}: the network was fitted to other features than this version has");
    }

    private void RefuseViterbi(ParseResult parsed, DecisionOptions options)
    {
        if (parsed.GetValue(_decoding) == Viterbi)
        {
            throw new UsageException($"--decoding {Viterbi} needs a heuristic: "
                + $"--symmetrize {Symmetrizations.NameOf(options)} merges posteriors");
        }
    }
}
