using System.CommandLine;
using Aligner.Cli.Hosting;
using Aligner.Cli.Methods;
using Aligner.Cli.Options;
using Aligner.Core.Formats;
using Aligner.Core.Text;

namespace Aligner.Cli.Commands;

/// <summary>
/// <c>aligner align [BITEXT]</c>: the links of every pair, by any of the <see cref="MethodFamilies"/>.
/// </summary>
internal sealed class AlignCommand : ToolCommand
{
    private readonly Option<bool> _scores = new("--scores")
    {
        Description = "Print the probability of each link, and of each pair the log-probability per token; jsonl adds "
            + "the probability of each word to have no link",
    };

    private readonly Option<bool> _tokens =
        new("--tokens") { Description = "Print the tokens too, where the format has room for them (giza, jsonl)" };

    private readonly InputBundle _input;
    private readonly MethodFamilies _methods;
    private readonly RunBundle _run;
    private readonly NullBundle _nulls;
    private readonly FormatBundle _format;
    private readonly ShardBundle _shard;
    private readonly OutputBundle _output;

    public AlignCommand()
        : base("align", "Link the words of every sentence pair")
    {
        _input = new InputBundle(this);
        _methods = new MethodFamilies(this);
        Add(Headings.Output, _scores, _tokens);
        _nulls = new NullBundle(this);
        _run = new RunBundle(this);
        _format = new FormatBundle(this, "the output", isWritten: true);
        _shard = new ShardBundle(this, _input, _methods, _format);
        _output = new OutputBundle(this);
        _output.KeepApart(this, _nulls.File);
    }

    public override IReadOnlyList<string> Essentials { get; } =
    [
        "--source", "--target", "--columns", "--on-error", "--method", "--model", "--tokenizer",
        "--scores", "--nulls", "--format", "--output",
        "--overwrite", "--threads",
    ];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aligner align corpus.txt -o links.txt", "train on the pairs and align them"),
        new("aligner align corpus.en corpus.fr -o links.txt.gz", "two files whose lines correspond"),
        new("aligner align crawl.tsv.zst --columns 3,4 --on-error skip", "columns of a table, with broken lines"),
        new("aligner align new.txt --model corpus.model --scores", "align with a saved model"),
        new("aligner align corpus.txt --nulls nulls.txt -o links.txt", "and the words without counterpart"),
        new("aligner align huge.txt.gz --model corpus.model --shard 2/8 -o 2.links", "the second eighth of a text"),
        new("aligner align new.txt --method sim --vectors both.vec", "align by word vectors"),
    ];

    protected override void Run(ParseResult parsed, CommandContext context)
    {
        bool countsCharacters = _methods.CountsCharacters(parsed);
        CharacterUse characters = _format.Characters(parsed);
        if (countsCharacters && characters == CharacterUse.None)
        {
            throw new UsageException("--units characters needs --format pharaoh or jsonl");
        }

        bool wantsScores = parsed.GetValue(_scores);
        TextOutput? nulls = null;
        _methods.Align(new AlignRun
        {
            Parsed = parsed,
            Context = context,
            Shard = _shard.Get(parsed),
            Settings = _run.Settings(parsed, context),
            WantsScores = wantsScores,
            WantsNulls = _nulls.IsGiven(parsed),
            WantsTokens = parsed.GetValue(_tokens)
                || _format.NeedsTokens(parsed)
                || (countsCharacters && characters == CharacterUse.BesideWords),
            Characters = characters,
            CountsCharacters = countsCharacters,
            WritesToTerminal = _output.IsTerminal(parsed),
            ReadsStandardInput = _input.ReadsStandardInput(parsed),
            OpenInput = () => _input.Open(parsed, context),
            OpenOutput = () =>
            {
                nulls = _nulls.Open(parsed, context, _output.Overwrites(parsed));
                return _output.Open(parsed, context);
            },
            Format = (alignments, output) =>
            {
                _format.Write(parsed, nulls is null ? alignments : WriteNulls(alignments, nulls), output);
                nulls?.Commit();
            },
        });

        // --nulls must not change the links: probabilities of null words are shown only with --scores.
        IEnumerable<AnnotatedAlignment> WriteNulls(IEnumerable<AnnotatedAlignment> alignments, TextOutput file)
        {
            FormatOptions options = _format.Options(parsed);
            NullWordWriter writer = _nulls.Writer(parsed, file, options);
            foreach (AnnotatedAlignment alignment in alignments)
            {
                writer.Write(countsCharacters ? alignment : alignment with { Characters = null });
                yield return wantsScores ? alignment : alignment with { Nulls = null };
            }
        }
    }
}
