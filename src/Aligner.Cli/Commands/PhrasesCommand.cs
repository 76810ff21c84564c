using System.CommandLine;
using Aligner.Applications.Phrases;
using Aligner.Cli.Hosting;
using Aligner.Cli.Methods;
using Aligner.Cli.Options;
using Aligner.Core.Text;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner phrases [BITEXT]</c>: a phrase table as Moses makes it.</summary>
internal sealed class PhrasesCommand : ToolCommand
{
    private const int MebibyteShift = 20;

    private readonly Option<int> _maxLength = OptionFactory.Integer(
        "--max-length", "Most words of a phrase", PhraseExtractor.DefaultMaxLength, 1, 100);

    private readonly Option<bool> _unscored = new("--unscored")
    {
        Description = "Print each phrase pair as often as it occurs, with its links, in the order of the text, and "
            + "score nothing",
    };

    private readonly Option<string?> _reordering = OptionFactory.Path(
        "--reordering", "Write how often each phrase pair follows or precedes its neighbor in order to FILE");

    private readonly Option<int> _buffer = OptionFactory.Integer(
        "--buffer", "MiB of memory to sort in; the rest is sorted in temporary files", 128, 1, 2047);

    private readonly LinkedInput _input;
    private readonly OutputBundle _output;

    public PhrasesCommand()
        : base("phrases", "Extract and score phrase pairs")
    {
        _input = new LinkedInput(this, maxLength: "--max-sentence-length");
        Add(Headings.Report, _maxLength, _unscored);
        _output = new OutputBundle(this);
        Add(Headings.Output, _reordering);
        Add(Headings.Run, _buffer);
    }

    public override IReadOnlyList<string> Essentials { get; } =
    [
        "--source", "--target", "--links", "--method", "--model", "--max-length", "--unscored", "--reordering",
        "--output", "--overwrite",
    ];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aligner phrases corpus.txt --links links.txt -o phrase-table.gz", "a phrase table for Moses"),
        new("aligner phrases corpus.txt --max-length 3", "align first; phrases of up to three words"),
        new("aligner phrases corpus.txt --links links.txt --unscored -o extract.gz", "the phrase pairs, not scored"),
    ];

    protected override void Run(ParseResult parsed, CommandContext context)
    {
        TextOutput? reordering = null;
        _input.Read(parsed, context, Open, (pairs, output) =>
        {
            if (parsed.GetValue(_unscored))
            {
                Extract(pairs.Select(Watch), parsed.GetValue(_maxLength), output, reordering);
            }
            else
            {
                Score(pairs.Select(Watch), parsed, context, output, reordering);
            }

            reordering?.Commit();
        });

        TextOutput Open()
        {
            TextOutput output = _output.Open(parsed, context);
            reordering = parsed.GetValue(_reordering) is { } path
                ? context.Own(TextOutput.Create(path, _output.Overwrites(parsed)))
                : null;
            return output;
        }

        AlignedPair Watch(AlignedPair pair)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            return pair;
        }
    }

    private static void Extract(
        IEnumerable<AlignedPair> pairs, int maxLength, TextOutput output, TextOutput? reordering)
    {
        foreach (ExtractedPhrase phrase in pairs.SelectMany(pair => ExtractedPhrase.AllOf(pair, maxLength)))
        {
            MosesPhrases.WriteExtracted(output, phrase);
            if (reordering is not null)
            {
                MosesPhrases.WriteOrientations(reordering, phrase);
            }
        }
    }

    private void Score(
        IEnumerable<AlignedPair> pairs,
        ParseResult parsed,
        CommandContext context,
        TextOutput output,
        TextOutput? reordering)
    {
        PhraseTableOptions options = new()
        {
            MaxLength = parsed.GetValue(_maxLength),
            BufferBytes = (long)parsed.GetValue(_buffer) << MebibyteShift,
        };
        using PhraseTableBuilder builder = new(options, context.OwnFolder());
        foreach (AlignedPair pair in pairs)
        {
            builder.Add(pair);
        }

        foreach (PhraseTableEntry entry in builder.Build(context.Cancellation))
        {
            MosesPhrases.WriteEntry(output, entry);
            if (reordering is not null)
            {
                MosesPhrases.WriteReordering(reordering, entry);
            }
        }
    }
}
