using System.CommandLine;
using Aligner.Cli.Hosting;

namespace Aligner.Cli.Options;

/// <summary><c>DIR… -o OUT --overwrite</c>: from one folder, or from several, to another.</summary>
/// <typeparam name="T">A string, or an array of them.</typeparam>
internal sealed class FolderBundle<T>
    where T : notnull
{
    private readonly Argument<T> _source;
    private readonly Option<string> _target = new("--output", "-o")
    {
        Description = "The model folder to make",
        HelpName = "DIR",
        Required = true,
    };

    private readonly Option<bool> _overwrite =
        new("--overwrite") { Description = "Replace the model folder if it exists" };

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public FolderBundle(ToolCommand command, string sourceDescription)
    {
        _source = new Argument<T>("DIR")
        {
            Description = sourceDescription,
            Arity = typeof(T).IsArray ? ArgumentArity.OneOrMore : ArgumentArity.ExactlyOne,
        };
        command.Add(_source);
        command.Add(Headings.Output, _target, _overwrite);
    }

    public T Source(ParseResult parsed) => parsed.GetRequiredValue(_source);

    public string Target(ParseResult parsed) => parsed.GetRequiredValue(_target);

    public bool Overwrites(ParseResult parsed) => parsed.GetValue(_overwrite);
}
