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
    public static Option<int?> OptionalInteger(
        string name, string description, int minimum, int maximum = int.MaxValue) =>
        new(name)
        {
            Description = description,
            HelpName = "N",
            CustomParser = result => ParseInteger(name, result, minimum, maximum),
        };

    /// <summary>A number between <paramref name="minimum"/> and <paramref name="maximum"/>, neither included.</summary>
    public static Option<double?> OptionalNumber(string name, string description, double minimum, double maximum) =>
        new(name)
        {
            Description = description,
            HelpName = "X",
            CustomParser = result => ParseNumber(name, result, minimum, maximum),
        };

    /// <summary>A name from a registry; help lists the names and completions offer them.</summary>
    public static Option<string> Choice(
        string name, string description, string defaultValue, IEnumerable<string> choices)
    {
        Option<string> option = new(name) { DefaultValueFactory = _ => defaultValue };
        Offer(option, description, choices);
        return option;
    }

    /// <summary>The same, with what each name means in the help.</summary>
    public static Option<string> DescribedChoice(
        string name, string description, string defaultValue, IEnumerable<(string Name, string Summary)> choices)
    {
        (string Name, string Summary)[] entries = [.. choices];
        Option<string> option = Choice(name, description, defaultValue, entries.Select(entry => entry.Name));
        option.Description =
            $"{description}: {string.Join(", ", entries.Select(entry => $"{entry.Name} ({entry.Summary})"))}";
        return option;
    }

    /// <summary>The same, null where the option is not given.</summary>
    public static Option<string?> OptionalChoice(string name, string description, IEnumerable<string> choices)
    {
        Option<string?> option = new(name);
        Offer(option, description, choices);
        return option;
    }

    /// <summary>A name from a registry, or the path of a file or folder that exists.</summary>
    public static Option<string?> OptionalChoiceOrPath(string name, string description, IEnumerable<string> choices)
    {
        string[] names = [.. choices];
        Option<string?> option = new(name)
        {
            Description = $"{description}: {string.Join(", ", names)}, or a path",
            HelpName = "NAME|PATH",
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

    private static void Offer(Option option, string description, IEnumerable<string> choices)
    {
        string[] names = [.. choices];
        option.Description = $"{description}: {string.Join(", ", names)}";
        option.HelpName = "NAME";
        option.Validators.Add(result => RequireKnown(option.Name, result, names));
        option.CompletionSources.Add(names);
    }

    private static double ParseNumber(string name, ArgumentResult result, double minimum, double maximum)
    {
        string text = result.Tokens[0].Value;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            || !(value > minimum && value < maximum))
        {
            result.AddError(string.Create(
                CultureInfo.InvariantCulture, $"{name}: '{text}' is not a number between {minimum} and {maximum}"));
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
