using System.CommandLine;
using Aligner.Statistical;
using Aligner.Statistical.Decoding;

namespace Aligner.Cli.Options;

/// <summary>How the models of both directions give one alignment.</summary>
internal sealed class DecodingBundle
{
    private const string FromMethod = "the method's own";

    private readonly Option<string?> _symmetrize = OptionFactory.OptionalChoice(
        "--symmetrize", $"How to merge the directions ({FromMethod} if absent)", DecodingOptions.Symmetrizations);

    private readonly Option<string> _compat = OptionFactory.Choice(
        "--compat", "Whose definition of the grow heuristics to follow", "moses", GrowDefinitions.ByName.Keys);

    private readonly Option<string> _decoding = OptionFactory.Choice(
        "--decoding", "Which links of each direction a heuristic merges", "viterbi", ["viterbi", "posterior"]);

    private readonly Option<double?> _threshold =
        OptionFactory.OptionalNumber("--threshold", "Keep links whose posterior is above this (default 0.5)", 0, 1);

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public DecodingBundle(Command command)
    {
        command.Add(_symmetrize);
        command.Add(_compat);
        command.Add(_decoding);
        command.Add(_threshold);
    }

    /// <summary>What the command line asks for, for a model of <paramref name="method"/>.</summary>
    public DecodingOptions Options(ParseResult parsed, StatisticalMethod method)
    {
        DecodingOptions options = new()
        {
            Symmetrization = parsed.GetValue(_symmetrize) ?? method.Symmetrization,
            Selection = parsed.GetRequiredValue(_decoding) == "viterbi"
                ? LinkSelection.Viterbi
                : LinkSelection.Posterior,
            GrowDefinition = GrowDefinitions.ByName[parsed.GetRequiredValue(_compat)],
        };
        return parsed.GetValue(_threshold) is { } threshold ? options with { Threshold = threshold } : options;
    }
}
