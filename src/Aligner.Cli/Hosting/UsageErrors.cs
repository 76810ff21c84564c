using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace Aligner.Cli.Hosting;

/// <summary>Explains what is wrong with a command line in one line, never with the whole help.</summary>
internal static class UsageErrors
{
    /// <summary>The first mistake, or null if the command can run.</summary>
    public static string? Find(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        bool fails = parsed.Action is ParseErrorAction;
        if (!fails && parsed.Action != command.Action)
        {
            return null;
        }

        // The parser takes an unknown option for a file name or for the value of the option before it.
        string[] unknown = [.. parsed.Tokens
            .TakeWhile(token => token.Type != TokenType.DoubleDash)
            .Where(token => token.Type == TokenType.Argument && LooksLikeOption(token.Value))
            .Select(token => token.Value.Split('=')[0])];
        if (unknown.Length > 0)
        {
            string[] options = [.. OptionsOf(parsed.CommandResult).SelectMany(NamesOf)];
            return $"unknown option '{unknown[0]}'{Suggestion.For(unknown[0], options)}";
        }

        if (!fails)
        {
            return parsed.Tokens.Any(token => token.Type == TokenType.Argument && token.Value.Length == 0)
                ? "an argument is empty, perhaps a shell variable without a value"
                : (command as ToolCommand)?.Check(parsed.CommandResult);
        }

        if (command.Subcommands.Count > 0 && parsed.UnmatchedTokens is [string stray, ..])
        {
            string[] names = [.. command.Subcommands.Select(subcommand => subcommand.Name)];
            return $"unknown command '{stray}'{Suggestion.For(stray, names)}";
        }

        return Explain(parsed);
    }

    /// <summary>Where to read more.</summary>
    public static string Advice(CommandResult result) => $"try '{FullName(result)} --help'";

    private static string Explain(ParseResult parsed)
    {
        ParseError error = parsed.Errors[0];
        return error.SymbolResult switch
        {
            OptionResult { Tokens.Count: 0, IdentifierTokenCount: > 0 } option =>
                $"{option.IdentifierToken?.Value ?? option.Option.Name} needs a value: {option.Option.HelpName}",
            OptionResult option when IsRepeated(option) => $"{option.Option.Name} is given more than once",
            _ when parsed.UnmatchedTokens is [string stray, ..] => $"unexpected argument '{stray}'",
            _ => error.Message.TrimEnd('.').ReplaceLineEndings(" "),
        };
    }

    private static bool IsRepeated(OptionResult option) =>
        option.IdentifierTokenCount > 1 && option.Tokens.Count > option.Option.Arity.MaximumNumberOfValues;

    private static string FullName(CommandResult result) => result.Parent is CommandResult parent
        ? $"{FullName(parent)} {result.Command.Name}"
        : "aligner";

    private static bool LooksLikeOption(string token) =>
        token.Length > 1 && token[0] == '-' && (token[1] == '-' || char.IsLetter(token[1]));

    private static IEnumerable<Option> OptionsOf(CommandResult result) =>
        result.Parent is CommandResult parent
            ? result.Command.Options.Concat(OptionsOf(parent).Where(option => option.Recursive))
            : result.Command.Options;

    private static IEnumerable<string> NamesOf(Option option) => [option.Name, .. option.Aliases];
}
