using System.CommandLine;
using Aligner.Cli.Finetuning;
using Aligner.Cli.Hosting;
using Aligner.Cli.Options;
using Aligner.Neural.Models;
using Aligner.Statistical.StemLexicons;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner model lexicon DIR -o OUT --bitexts … --links …</c>: a model that knows word pairs too.</summary>
internal sealed class ModelLexiconCommand : ToolCommand
{
    private readonly FolderBundle<string> _folders;

    private readonly Option<string[]> _bitexts = OptionFactory.BitextFiles(
        "Files of sentence pairs, one per language pair, each named after its language pair");

    private readonly Option<string[]> _links = new("--links")
    {
        Description = "Their links, a file for each bitext in the same order; if absent, the statistical aligner "
            + "trains on each bitext and links it",
        HelpName = "FILE",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<int> _entries = OptionFactory.Integer(
        "--entries", "Pairs of stems that are kept, 2.6 bytes each", 3_000_000, 1);

    private readonly TokenizerBundle _tokenizer;
    private readonly RunBundle _run;

    public ModelLexiconCommand()
        : base("lexicon", "Make a model folder with a lexicon, for align --method auto")
    {
        _folders = new FolderBundle<string>(this, "A model folder");
        Add(Headings.Input, _bitexts, _links);
        Add(Headings.Training, _entries);
        _tokenizer = new TokenizerBundle(this, withNormalization: false);
        _run = new RunBundle(this);
        AddCheck(result =>
        {
            (int links, int bitexts) = (result.GetValue(_links)?.Length ?? 0, result.GetValue(_bitexts)?.Length ?? 0);
            return links > 0 && links != bitexts ? $"--links names {links} files for {bitexts} bitexts" : null;
        });
        AddCheck(result =>
            result.GetValue(_bitexts)?.GroupBy(LanguagesOf).FirstOrDefault(group => group.Count() > 1) is { } same
                ? $"--bitexts names {same.Key} more than once"
                : null);
    }

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aligner model lexicon tuned -o with-words --bitexts en-*.txt", "what its training text links"),
    ];

    protected override void Run(ParseResult parsed, CommandContext context)
    {
        ModelFolder model = ModelFolder.Open(_folders.Source(parsed));
        string[] bitexts = parsed.GetRequiredValue(_bitexts), links = parsed.GetValue(_links) ?? [];
        FinetuneFiles.RequireReplaceable(_folders.Target(parsed), _folders.Overwrites(parsed));
        FinetuneFiles.RequireReadable([.. bitexts, .. links]);
        TaughtText taught = new(context, _run.Settings(parsed, context), _tokenizer.TextOptions(parsed));
        StemLexiconBuilder builder = new();
        for (int i = 0; i < bitexts.Length; i++)
        {
            builder.Add(
                LanguagesOf(bitexts[i]),
                links.Length > 0 ? taught.WithLinks(bitexts[i], links[i]) : taught.WithTeacher(bitexts[i]));
        }

        StemLexicon lexicon = builder.Build(parsed.GetValue(_entries));
        context.Messages.Detail($"{lexicon.Count} pairs of stems");
        ModelLexicon.Add(
            model,
            stream => StemLexiconFormat.Write(stream, lexicon),
            _folders.Target(parsed),
            _folders.Overwrites(parsed));
    }

    /// <summary>The name of a language pair: that of the file without its endings.</summary>
    private static string LanguagesOf(string bitext) => Path.GetFileNameWithoutExtension(
        bitext.EndsWith(".gz", StringComparison.Ordinal) ? bitext[..^3] : bitext);
}
