using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Aligner.Cli.Hosting;
using Aligner.Core.Text;

namespace Aligner.Cli.Options;

/// <summary>Options whose error messages name the option, the value and what is allowed.</summary>
internal static class OptionFactory
{
    /// <summary>A whole number from <paramref name="minimum"/> to <paramref name="maximum"/>.</summary>
    public static Option<int> Integer(
        string name, string description, int defaultValue, int minimum, int maximum = int.MaxValue) =>
        new(name)
        {
            Description = description,
            HelpName = "N",
            DefaultValueFactory = _ => defaultValue,
            CustomParser = result => ParseInteger(name, result, minimum, maximum),
        };

    /// <summary>The same, null where the option is not given.</summary>
    /// <param name="name">Name of the option.</param>
    /// <param name="description">What it does.</param>
    /// <param name="minimum">The least number.</param>
    /// <param name="maximum">The greatest number.</param>
    /// <param name="absent">What happens without the option, for the help.</param>
    public static Option<int?> OptionalInteger(
        string name, string description, int minimum, int maximum = int.MaxValue, string? absent = null) =>
        new ToolOption<int?>(name)
        {
            Description = description,
            HelpName = "N",
            Default = absent,
            CustomParser = result => ParseInteger(name, result, minimum, maximum),
        };

    /// <summary>A number of a range, null where the option is not given.</summary>
    /// <param name="name">Name of the option.</param>
    /// <param name="description">What it does.</param>
    /// <param name="range">The numbers that it takes.</param>
    /// <param name="absent">What happens without the option, for the help.</param>
    public static Option<double?> OptionalNumber(
        string name, string description, NumberRange range, string? absent = null) =>
        new ToolOption<double?>(name)
        {
            Description = description,
            HelpName = "X",
            Default = absent,
            CustomParser = result => ParseNumber(name, result, range),
        };

    /// <summary>A name from a registry; help lists the names and completions offer them.</summary>
    public static Option<string> Choice(
        string name, string description, string defaultValue, IEnumerable<string> choices) =>
        Offered(name, description, defaultValue, choices.Select(choice => new Choice(choice)));

    /// <summary>The same, with what each name means in the help.</summary>
    public static Option<string> DescribedChoice(
        string name, string description, string defaultValue, IEnumerable<(string Name, string Summary)> choices) =>
        Offered(name, description, defaultValue, choices.Select(choice => new Choice(choice.Name, choice.Summary)));

    /// <summary>The same for one name or several, one of them the default.</summary>
    public static Option<string[]> DescribedChoices(
        string name, string description, string defaultValue, IEnumerable<(string Name, string Summary)> choices) =>
        Offer(new ToolOption<string[]>(name)
        {
            Description = description,
            Choices = [.. choices.Select(choice => new Choice(choice.Name, choice.Summary))],
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [defaultValue],
        });

    /// <summary>The same, null where the option is not given.</summary>
    /// <param name="name">Name of the option.</param>
    /// <param name="description">What it does.</param>
    /// <param name="choices">The names.</param>
    /// <param name="absent">What happens without the option, for the help.</param>
    public static Option<string?> OptionalChoice(
        string name, string description, IEnumerable<string> choices, string? absent = null) =>
        Offer(new ToolOption<string?>(name)
        {
            Description = description,
            Choices = [.. choices.Select(choice => new Choice(choice))],
            Default = absent,
        });

    /// <summary>A name from a registry, or the path of a file or folder that exists.</summary>
    /// <inheritdoc cref="OptionalChoice" path="/param" />
    public static Option<string?> OptionalChoiceOrPath(
        string name, string description, IEnumerable<string> choices, string? absent = null)
    {
        string[] names = [.. choices];
        ToolOption<string?> option = new(name)
        {
            Description = $"{description}, or a path",
            HelpName = "NAME|PATH",
            Choices = [.. names.Select(choice => new Choice(choice))],
            Default = absent,
        };
        option.Validators.Add(result => RequireKnown(name, result, names, System.IO.Path.Exists));
        option.CompletionSources.Add(names);
        return option;
    }

    /// <summary>A required argument with a name from a registry.</summary>
    public static Argument<string> ChoiceArgument(string name, string description, IEnumerable<string> choices)
    {
        string[] names = [.. choices];
        Argument<string> argument = new(name) { Description = $"{description}: {string.Join(", ", names)}" };
        argument.Validators.Add(result => RequireKnown(name, result, names));
        argument.CompletionSources.Add(names);
        return argument;
    }

    /// <summary>A path; <c>-</c> stands for a standard stream.</summary>
    public static Option<string?> Path(string name, string description, params string[] aliases) =>
        new(name, aliases) { Description = description, HelpName = "FILE" };

    /// <summary>Bitexts that may be read more than once, so that none is standard input.</summary>
    public static Argument<string[]> Bitexts()
    {
        Argument<string[]> argument = new("BITEXT")
        {
            Description = "Bitexts, usually one for each language pair; they are balanced against each other",
            Arity = ArgumentArity.OneOrMore,
        };
        argument.Validators.Add(result => RefuseStandardInput(argument.Name, result));
        return argument;
    }

    /// <summary>The same as <c>--bitexts</c>, for commands whose argument is something else; required.</summary>
    public static Option<string[]> BitextFiles(string description)
    {
        Option<string[]> option = new("--bitexts")
        {
            Description = description,
            HelpName = "BITEXT",
            AllowMultipleArgumentsPerToken = true,
            Required = true,
        };
        option.Validators.Add(result => RefuseStandardInput(option.Name, result));
        return option;
    }

    /// <summary>Makes <c>-</c> a usage error.</summary>
    public static void RefuseStandardInput(string name, SymbolResult result)
    {
        if (result.Tokens.Any(token => token.Value == TextInput.StandardStreamPath))
        {
            result.AddError($"{name}: a file is needed; '-' cannot be given here");
        }
    }

    private static ToolOption<string> Offered(
        string name, string description, string defaultValue, IEnumerable<Choice> choices) =>
        Offer(new ToolOption<string>(name)
        {
            Description = description,
            Choices = [.. choices],
            DefaultValueFactory = _ => defaultValue,
        });

    private static ToolOption<T> Offer<T>(ToolOption<T> option)
    {
        string[] names = [.. option.Choices.Select(choice => choice.Name)];
        option.HelpName = "NAME";
        option.Validators.Add(result => RequireKnown(option.Name, result, names));
        option.CompletionSources.Add(names);
        return option;
    }

    private static double ParseNumber(string name, ArgumentResult result, NumberRange range)
    {
        string text = result.Tokens[0].Value;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            || !range.Contains(value))
        {
            result.AddError($"{name}: '{text}' is not a {range}");
        }

        return value;
    }

    private static int ParseInteger(string name, ArgumentResult result, int minimum, int maximum)
    {
        string text = result.Tokens[0].Value;
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
            || value < minimum || value > maximum)
        {
            string range = maximum == int.MaxValue ? $"{minimum} or more" : $"{minimum} to {maximum}";
            result.AddError($"{name}: '{text}' is not a whole number ({range})");
        }

        return value;
    }

    private static void RequireKnown(
        string name, SymbolResult result, string[] names, Func<string, bool>? isOther = null)
    {
        foreach (Token token in result.Tokens
            .Where(token => !names.Contains(token.Value) && isOther?.Invoke(token.Value) != true))
        {
            result.AddError(
                $"{name}: '{token.Value}' is not one of {string.Join(", ", names)}"
                + Suggestion.For(token.Value, names));
        }
    }
}
