using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Aligner.Cli.Hosting;
using Aligner.Cli.Options;
using Aligner.Core.Corpora;
using Aligner.Core.Files;
using Aligner.Core.Text;

namespace Aligner.Cli.Methods;

/// <summary><c>--shard K/N</c>: one of the parts of a text that are aligned apart.</summary>
internal sealed class ShardBundle
{
    private readonly Option<Shard?> _shard = new ToolOption<Shard?>("--shard")
    {
        Description = "Align only the K-th of N parts of the text, which cat joins again; needs --model or an encoder",
        HelpName = "K/N",
        Default = "the whole text",
        Arity = ArgumentArity.ExactlyOne,
        CustomParser = Parse,
    };

    private readonly InputBundle _input;
    private readonly MethodFamilies _methods;
    private readonly FormatBundle _format;

    /// <summary>Adds the option to <paramref name="command"/>.</summary>
    /// <param name="command">The command.</param>
    /// <param name="input">The text.</param>
    /// <param name="methods">How it is aligned.</param>
    /// <param name="format">How the links are written.</param>
    public ShardBundle(ToolCommand command, InputBundle input, MethodFamilies methods, FormatBundle format)
    {
        (_input, _methods, _format) = (input, methods, format);
        command.Add(Headings.Input, _shard);
        command.AddCheck(Check);
    }

    /// <summary>The part to align; null for the whole text.</summary>
    /// <exception cref="UsageException">The text or the output cannot be had in parts.</exception>
    public Shard? Get(ParseResult parsed)
    {
        if (parsed.GetValue(_shard) is not { } shard)
        {
            return null;
        }

        // The pairs are counted before the part is read.
        if (_input.Files(parsed).FirstOrDefault(IsReadOnce) is { } file)
        {
            string name = file == TextInput.StandardStreamPath ? "standard input" : $"'{file}'";
            throw new UsageException($"{_shard.Name} needs a file, which {name} is not: it can be read only once");
        }

        return _format.HasLineForEachPair(parsed)
            ? shard
            : throw new UsageException(
                $"{_shard.Name} needs a --format whose files can be joined by cat: a line for each pair, no numbers");
    }

    private static bool IsReadOnce(string file) =>
        file == TextInput.StandardStreamPath || FileKinds.Of(file) == FileKind.Special;

    private string? Check(CommandResult result) =>
        result.GetValue(_shard) is not null && !_methods.Streams(result)
            ? $"{_shard.Name} cannot be given with --method {_methods.Name(result)} as it is here: each part would be "
                + "aligned by itself alone; give --model with a model that train saved, or --method sim"
            : null;

    private static Shard? Parse(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        int[] numbers = [.. text.Split('/').Select(part =>
            int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0)];
        if (numbers is [> 0 and var number, var count] && number <= count)
        {
            return new Shard(number, count);
        }

        result.AddError($"--shard: '{text}' is not a part of all parts such as 1/4, which goes up to 4/4");
        return null;
    }
}
