using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace Aligner.Cli.Hosting;

/// <summary>Explains what is wrong with a command line in a line or two, never with the whole help.</summary>
internal static class UsageErrors
{
    /// <summary>The messages to print, or none if the command can run.</summary>
    public static IReadOnlyList<string> Find(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        bool fails = parsed.Action is ParseErrorAction;
        if (!fails && parsed.Action != command.Action)
        {
            return [];
        }

        // The parser takes an unknown option for a file name or for the value of the option before it.
        string[] unknown = [.. parsed.Tokens
            .TakeWhile(token => token.Type != TokenType.DoubleDash)
            .Where(token => token.Type == TokenType.Argument && LooksLikeOption(token.Value))
            .Select(token => token.Value.Split('=')[0])];
        if (unknown.Length > 0)
        {
            string[] options = [.. OptionsOf(parsed.CommandResult).SelectMany(NamesOf)];
            return
            [
                .. unknown.Select(name => $"unknown option '{name}'{Suggestion.For(name, options)}"),
                Advice(parsed.CommandResult),
            ];
        }

        if (!fails)
        {
            bool isEmpty = parsed.Tokens.Any(token => token.Type == TokenType.Argument && token.Value.Length == 0);
            return isEmpty
                ? ["an argument is empty, perhaps a shell variable without a value", Advice(parsed.CommandResult)]
                : [];
        }

        if (command.Subcommands.Count > 0 && parsed.UnmatchedTokens is [string stray, ..])
        {
            string[] names = [.. command.Subcommands.Select(subcommand => subcommand.Name)];
            return [$"unknown command '{stray}'{Suggestion.For(stray, names)}", Advice(parsed.CommandResult)];
        }

        return [.. parsed.Errors.Select(error => error.Message).Distinct(), Advice(parsed.CommandResult)];
    }

    private static string Advice(CommandResult result) => $"try '{FullName(result)} --help'";

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
