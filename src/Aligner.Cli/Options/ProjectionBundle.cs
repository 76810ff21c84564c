using System.CommandLine;
using Aligner.Applications.Projection;
using Aligner.Cli.Hosting;

namespace Aligner.Cli.Options;

/// <summary><c>--policy NAME --gap N …</c>: how spans go from source to target.</summary>
internal sealed class ProjectionBundle
{
    private const string Longest = "longest";

    private static readonly Dictionary<string, ProjectionPolicy> Policies = new()
    {
        [Longest] = ProjectionPolicy.Longest,
        ["all"] = ProjectionPolicy.All,
        ["hull"] = ProjectionPolicy.Hull,
        ["head"] = ProjectionPolicy.Head,
    };

    private readonly Option<string> _policy = OptionFactory.DescribedChoice(
        "--policy",
        "Which of the target words linked to a span become a span",
        Longest,
        [
            (Longest, "the longest run of neighbors"),
            ("all", "each run, a span of its own"),
            ("hull", "from the first word to the last"),
            ("head", "the word with the most probable link"),
        ]);

    private readonly Option<int> _gap = OptionFactory.Integer(
        "--gap", "Join runs with at most N words between them", new ProjectionOptions().Gap, 0);

    private readonly Option<bool> _keepPunctuation =
        new("--keep-punctuation") { Description = "Let spans begin and end with punctuation marks" };

    private readonly Option<double?> _minimumProbability = OptionFactory.OptionalNumber(
        "--minimum-probability",
        "Leave spans behind whose links have a lower mean probability",
        NumberRange.From(0, 1),
        absent: "0");

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public ProjectionBundle(ToolCommand command)
    {
        command.Add(Headings.Projection, _policy, _gap, _keepPunctuation, _minimumProbability);
    }

    /// <summary>What the command line asks for.</summary>
    public ProjectionOptions Options(ParseResult parsed) => new()
    {
        Policy = Policies[parsed.GetRequiredValue(_policy)],
        Gap = parsed.GetValue(_gap),
        KeepsPunctuation = parsed.GetValue(_keepPunctuation),
        MinimumProbability = parsed.GetValue(_minimumProbability) ?? 0,
    };
}
