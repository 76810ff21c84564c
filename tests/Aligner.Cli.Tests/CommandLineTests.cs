using System.CommandLine;
using Aligner.Cli.Commands;
using Aligner.Cli.Hosting;

namespace Aligner.Cli.Tests;

/// <summary>Every option of every command, given wrongly in every way; in this process, since they are many.</summary>
public class CommandLineTests : ToolTests
{
    public static TheoryData<string> Commands => [.. Leaves(new AlignerCommand(), []).Select(leaf => leaf.Path)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void No_two_options_of_a_command_have_the_same_name(string command) =>
        Mistakes($"{command} --help").ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Commands))]
    public void An_option_without_its_value_is_a_usage_error(string command)
    {
        foreach (Option option in ValueOptions(command))
        {
            Mistakes($"{command} {option.Name}").ShouldNotBeEmpty(option.Name);
            Mistakes($"{command} {option.Name} --verbose").ShouldNotBeEmpty(option.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void An_option_that_is_given_twice_is_a_usage_error(string command)
    {
        foreach (Option option in ValueOptions(command).Where(option => option.Arity.MaximumNumberOfValues == 1))
        {
            foreach (string value in new[] { "x", "0", "-1", "auto", "none" })
            {
                string[] mistakes = Mistakes($"{command} {option.Name} {value} {option.Name} {value}");
                mistakes.ShouldNotBeEmpty(option.Name);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Any_value_is_accepted_or_refused_in_two_lines_that_name_the_option(string command)
    {
        // Enough for what is required, so that the value of the option is what can be wrong.
        string complete = $"{command} {Required(command)}";
        foreach (Option option in ValueOptions(command).Where(option => !option.Required))
        {
            foreach (string value in new[] { "x", "0", "-1" })
            {
                string[] mistakes = Mistakes($"{complete} {option.Name} {value}");
                string[] alone = Mistakes($"{command} {option.Name} {value}");
                alone.Length.ShouldBeLessThanOrEqualTo(2);
                if (mistakes.Length > 0)
                {
                    mistakes[0].ShouldContain("--");
                }
            }

            if (option is IHelpDetails { Choices.Count: > 0 } || option.HelpName is "N" or "X")
            {
                Mistakes($"{complete} {option.Name} x")[0].ShouldContain("'x'");
                Mistakes($"{complete} {option.Name} -1")[0].ShouldContain("'-1'");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_flag_takes_no_value(string command)
    {
        foreach (Option option in Options(command).Where(option => option.ValueType == typeof(bool)))
        {
            option.Arity.MaximumNumberOfValues.ShouldBe(0, option.Name);
            Mistakes($"{command} {option.Name} {option.Name}").Length.ShouldBeLessThanOrEqualTo(2);
        }
    }

    [Theory]
    [InlineData("align --method")]
    [InlineData("align --method hmm --method hmm")]
    [InlineData("view --line 0")]
    [InlineData("eval --gold g --json --tsv --bootstrap")]
    [InlineData("finetune --links")]
    [InlineData("model lexicon --bitexts --links x")]
    [InlineData("align -q --threads x -v")]
    public void The_process_exits_2_with_two_lines(string arguments)
    {
        ToolResult result = Tool.Run(arguments).ShouldFail(2, "try 'aligner ");
        result.Output.ShouldBeEmpty();
        result.Error.TrimEnd('\n').Split('\n').Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("--threshold 0", "between 0 and 1", "excluded")]
    [InlineData("--temperature 0", "above 0")]
    [InlineData("--distortion 1.5", "from 0 to 1")]
    [InlineData("--prior-weight 0", "between 0 and 1000000", "excluded")]
    public void The_range_in_a_message_is_that_of_the_option(string option, params string[] parts)
    {
        string mistake = Mistakes($"align {option}")[0];
        foreach (string part in parts)
        {
            mistake.ShouldContain(part);
        }
    }

    [Theory]
    [InlineData("align --method sim --distortion 0")]
    [InlineData("align --method sim --distortion 1")]
    [InlineData("finetune x --model m -o o --balance 0")]
    public void A_bound_that_a_range_includes_is_accepted(string arguments) => Mistakes(arguments).ShouldBeEmpty();

    private static string[] Mistakes(string arguments)
    {
        string[] mistakes = [.. CommandLine.Mistakes(
            CommandLine.Parse(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)))];
        mistakes.Length.ShouldBeLessThanOrEqualTo(2, arguments);
        mistakes.ShouldAllBe(line => !line.Contains('\n'), arguments);
        return mistakes;
    }

    private static IEnumerable<Option> ValueOptions(string command) =>
        Options(command).Where(option => option.ValueType != typeof(bool));

    private static IEnumerable<Option> Options(string command) =>
        Leaves(new AlignerCommand(), []).Single(leaf => leaf.Path == command).Command.Options;

    private static string Required(string command)
    {
        Command leaf = Leaves(new AlignerCommand(), []).Single(leaf => leaf.Path == command).Command;
        IEnumerable<string> arguments = leaf.Arguments.Where(argument => argument.Arity.MinimumNumberOfValues > 0)
            .Select(argument => argument.Name == "SHELL" ? "bash" : "x");
        IEnumerable<string> options = leaf.Options.Where(option => option.Required)
            .Select(option => $"{option.Name} x");
        return string.Join(' ', arguments.Concat(options));
    }

    private static IEnumerable<(string Path, Command Command)> Leaves(Command command, string[] path) =>
        command.Subcommands.Count == 0
            ? [(string.Join(' ', path), command)]
            : command.Subcommands.SelectMany(child => Leaves(child, [.. path, child.Name]));
}
