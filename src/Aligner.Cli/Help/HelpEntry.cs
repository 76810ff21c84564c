using System.CommandLine;
using System.Globalization;
using Aligner.Cli.Hosting;

namespace Aligner.Cli.Help;

/// <summary>An option, an argument or a command as the help shows it.</summary>
/// <param name="Label">What to type, such as <c>-o, --output FILE</c>.</param>
/// <param name="Description">What it does.</param>
internal sealed record HelpEntry(string Label, string Description)
{
    /// <summary>What happens without the option, or null.</summary>
    public string? Default { get; init; }

    /// <summary>Whether the command needs the option.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The names that the value may have; empty where it is free.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>Whether the choices need lines of their own.</summary>
    public bool HasDescribedChoices => Choices.Any(choice => choice.Summary is not null);

    /// <summary>The description with everything that stands in its line.</summary>
    public string FullDescription
    {
        get
        {
            string choices = Choices.Count > 0 && !HasDescribedChoices
                ? $": {string.Join(", ", Choices.Select(choice => choice.Name))}"
                : string.Empty;
            string mark = IsRequired ? " [required]" : Default is null ? string.Empty : $" [default: {Default}]";
            return Description + choices + mark;
        }
    }

    /// <summary>
    /// The description up to its first clause, with choices and default where <paramref name="width"/> has room.
    /// </summary>
    public string Summary(int width)
    {
        int end = Description.IndexOfAny([';', ':', '(']);
        string clause = (end > 0 ? Description[..end] : Description).TrimEnd();
        HelpEntry brief = this with { Description = clause };
        string[] candidates =
            [brief.FullDescription, (brief with { Choices = [] }).FullDescription, clause, clause.Split(',')[0]];
        return candidates.FirstOrDefault(candidate => candidate.Length <= width) ?? $"{clause[..(width - 1)]}…";
    }

    /// <summary>The entry of an option.</summary>
    public static HelpEntry Of(Option option)
    {
        IEnumerable<string> names = option.Aliases.Append(option.Name)
            .OrderBy(name => name.StartsWith("--", StringComparison.Ordinal));
        string value = option.HelpName is { } helpName ? $" {helpName}" : string.Empty;
        IHelpDetails? details = option as IHelpDetails;
        return new HelpEntry(string.Join(", ", names) + value, option.Description ?? string.Empty)
        {
            Default = details?.Default ?? (option.HasDefaultValue && option.ValueType != typeof(bool)
                ? Convert.ToString(option.GetDefaultValue(), CultureInfo.InvariantCulture)
                : null),
            IsRequired = option.Required,
            Choices = details?.Choices ?? [],
        };
    }

    /// <summary>The entry of a positional argument.</summary>
    public static HelpEntry Of(Argument argument) => new(argument.Name, argument.Description ?? string.Empty);

    /// <summary>The entry of a subcommand.</summary>
    public static HelpEntry Of(Command command) => new(command.Name, command.Description ?? string.Empty);
}
