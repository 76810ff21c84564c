using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Aligner.Cli.Hosting;
using Aligner.Finetuning.Objectives;

namespace Aligner.Cli.Options;

/// <summary>What an encoder learns.</summary>
internal sealed class ObjectiveBundle
{
    private const string Links = "links", Self = "self", Consistency = "consistency";

    private static readonly (string Name, string Summary, Func<ObjectiveWeights, float, ObjectiveWeights> With)[] All =
    [
        (Links, "those of --links, or of the statistical aligner", (all, weight) => all with { Links = weight }),
        (Self, "links that the encoder itself gives", (all, weight) => all with { SelfTraining = weight }),
        (Consistency, "agreement of both directions", (all, weight) => all with { Consistency = weight }),
        ("mlm", "hidden pieces of a sentence", (all, weight) => all with { MaskedLanguage = weight }),
        ("tlm", "hidden pieces of a pair", (all, weight) => all with { TranslationLanguage = weight }),
        ("psi", "whether sentences are translations", (all, weight) => all with { ParallelSentences = weight }),
    ];

    private static readonly ObjectiveWeights None = new() { Links = 0 };

    private readonly Option<ObjectiveWeights?> _objectives = new ToolOption<ObjectiveWeights?>("--objectives")
    {
        Description = "Training objectives, each with the weight of its loss, 1 if none is given",
        Default = Links,
        Choices = [.. All.Select(objective => new Choice(objective.Name, objective.Summary))],
        HelpName = "NAME[=X]",
        AllowMultipleArgumentsPerToken = true,
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result => result.Tokens.Aggregate(None, (weights, token) => Parse(result, weights, token.Value)),
    };

    /// <summary>Adds the option to <paramref name="command"/>.</summary>
    public ObjectiveBundle(ToolCommand command)
    {
        _objectives.CompletionSources.Add([.. All.Select(objective => objective.Name)]);
        command.Add(Headings.Training, _objectives);
    }

    /// <summary>The weights.</summary>
    public ObjectiveWeights Weights(ParseResult parsed) => parsed.GetValue(_objectives) ?? new ObjectiveWeights();

    /// <summary>Whether pieces are hidden behind the mask of the tokenizer.</summary>
    public bool NeedsMask(ParseResult parsed) =>
        Weights(parsed) is { MaskedLanguage: > 0 } or { TranslationLanguage: > 0 };

    private static ObjectiveWeights Parse(ArgumentResult result, ObjectiveWeights weights, string text)
    {
        string[] parts = text.Split('=', 2);
        var objective = Array.Find(All, objective => objective.Name == parts[0]);
        if (objective.With is null)
        {
            string[] names = [.. All.Select(known => known.Name)];
            result.AddError(
                $"--objectives: '{parts[0]}' is not one of {string.Join(", ", names)}"
                + Suggestion.For(parts[0], names));
            return weights;
        }

        float weight = 1;
        if (parts.Length > 1 && (!float.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out weight)
            || !(weight > 0 && float.IsFinite(weight))))
        {
            result.AddError($"--objectives: '{parts[1]}' is not a weight, a number above 0");
        }

        return objective.With(weights, weight);
    }
}
