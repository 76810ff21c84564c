using System.CommandLine;
using Aligner.Core;
using Aligner.Core.Symmetrization;
using Aligner.Core.Text;
using Aligner.Statistical;
using Aligner.Statistical.Combination;
using Aligner.Statistical.Decoding;

namespace Aligner.Cli.Options;

/// <summary>How the models of both directions give one alignment.</summary>
internal sealed class DecodingBundle
{
    private const string FromMethod = "the method's own";
    private const string Viterbi = "viterbi";
    private const string Posterior = "posterior";

    private readonly Option<string?> _symmetrize = OptionFactory.OptionalChoice(
        "--symmetrize", $"How to merge the directions ({FromMethod} if absent)", DecodingOptions.Symmetrizations);

    private readonly Option<string> _compat = OptionFactory.Choice(
        "--compat", "Whose definition of the grow heuristics to follow", "moses", GrowDefinitions.ByName.Keys);

    private readonly Option<string?> _decoding = OptionFactory.OptionalChoice(
        "--decoding", $"Which links of each direction a heuristic merges ({Viterbi} if absent)", [Viterbi, Posterior]);

    private readonly Option<bool> _noInflections = new("--no-inflections")
    {
        Description = "Do not link words that only an inflection translates, as 'the' with the -en of Danish "
            + "'bogen'; heuristics never do",
    };

    private readonly Option<string?> _network = new("--network")
    {
        Description = $"A network of your own to decide, for --symmetrize {DecodingOptions.ByNetwork}",
        HelpName = "FILE",
    };

    private readonly Option<double?> _threshold;

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    /// <param name="command">The command.</param>
    /// <param name="threshold">What a posterior must be above; not added.</param>
    public DecodingBundle(Command command, Option<double?> threshold)
    {
        _threshold = threshold;
        command.Add(_symmetrize);
        command.Add(_compat);
        command.Add(_decoding);
        command.Add(_noInflections);
        command.Add(_network);
    }

    /// <summary>The options of the bundle.</summary>
    public IEnumerable<Option> Options => [_symmetrize, _compat, _decoding, _noInflections, _network];

    /// <summary>What the command line asks for, for a model of <paramref name="method"/>.</summary>
    /// <exception cref="UsageException">An option would do nothing.</exception>
    /// <exception cref="DataException">The network is none.</exception>
    public DecodingOptions Decoding(ParseResult parsed, StatisticalMethod method)
    {
        string symmetrization = parsed.GetValue(_symmetrize) ?? method.Symmetrization;
        string? decoding = parsed.GetValue(_decoding);
        bool isHeuristic = Symmetrizers.All.Any(entry => entry.Name == symmetrization);
        if (!isHeuristic && decoding == Viterbi)
        {
            throw new UsageException(
                $"--decoding {Viterbi} needs a heuristic: --symmetrize {symmetrization} merges posteriors");
        }

        if (isHeuristic && decoding != Posterior && parsed.GetValue(_threshold) is not null)
        {
            throw new UsageException($"--threshold with --symmetrize {symmetrization} needs --decoding {Posterior}");
        }

        if (isHeuristic && parsed.GetValue(_noInflections))
        {
            throw new UsageException(
                $"--no-inflections does nothing with --symmetrize {symmetrization}, which adds no such links");
        }

        if (symmetrization != DecodingOptions.ByNetwork && parsed.GetValue(_network) is not null)
        {
            throw new UsageException($"--network does nothing with --symmetrize {symmetrization}");
        }

        if (parsed.GetValue(_network) == TextInput.StandardStreamPath)
        {
            throw new UsageException("--network cannot be standard input");
        }

        DecodingOptions options = new()
        {
            Symmetrization = symmetrization,
            Network = parsed.GetValue(_network) is { } file ? LinkNetworkFormat.Open(file) : null,
            Selection = decoding == Posterior ? LinkSelection.Posterior : LinkSelection.Viterbi,
            Inflections = !parsed.GetValue(_noInflections),
            GrowDefinition = GrowDefinitions.ByName[parsed.GetRequiredValue(_compat)],
        };
        return parsed.GetValue(_threshold) is { } threshold
            ? options with { Threshold = threshold, GrowThreshold = threshold }
            : options;
    }
}
