using System.CommandLine;

namespace Aligner.Cli.Options;

/// <summary><c>DIR -o OUT --overwrite</c>: from one folder to another.</summary>
internal sealed class FolderBundle
{
    private readonly Argument<string> _source;
    private readonly Option<string> _target = new("--output", "-o")
    {
        Description = "The model folder to make",
        HelpName = "DIR",
        Required = true,
    };

    private readonly Option<bool> _overwrite =
        new("--overwrite") { Description = "Replace the model folder if it exists" };

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public FolderBundle(Command command, string sourceDescription)
    {
        _source = new Argument<string>("DIR") { Description = sourceDescription };
        command.Add(_source);
        command.Add(_target);
        command.Add(_overwrite);
    }

    public string Source(ParseResult parsed) => parsed.GetRequiredValue(_source);

    public string Target(ParseResult parsed) => parsed.GetRequiredValue(_target);

    public bool Overwrites(ParseResult parsed) => parsed.GetValue(_overwrite);
}
