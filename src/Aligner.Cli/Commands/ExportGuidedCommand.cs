using System.CommandLine;
using Aligner.Applications.Exporting;
using Aligner.Cli.Hosting;
using Aligner.Cli.Methods;
using Aligner.Cli.Options;
using Aligner.Tokenization.Subwords;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner export guided [BITEXT]</c>: links of subword pieces, for guided alignment.</summary>
internal sealed class ExportGuidedCommand : ToolCommand
{
    private const string Links = "links", OpusTrainer = "opustrainer";

    private readonly Option<string?> _pieces = OptionFactory.Path(
        "--pieces", "Subword tokenizer of both sides: a SentencePiece .model, a tokenizer.json, or a folder");

    private readonly Option<string?> _sourcePieces = OptionFactory.Path("--source-pieces", "The same for the source");
    private readonly Option<string?> _targetPieces = OptionFactory.Path("--target-pieces", "The same for the target");

    private readonly Option<string> _print = OptionFactory.DescribedChoice(
        "--print",
        "What to print of each pair",
        Links,
        [
            (Links, "the links of the pieces, as Marian's --guided-alignment takes them"),
            (OpusTrainer, "source, tab, target, tab, links"),
        ]);

    private readonly LinkedInput _input;
    private readonly OutputBundle _output;

    public ExportGuidedCommand()
        : base("guided", "Link subword pieces, for guided alignment of translation systems")
    {
        _input = new LinkedInput(this);
        Add(Headings.Words, _pieces, _sourcePieces, _targetPieces);
        Add(Headings.Output, _print);
        _output = new OutputBundle(this);
        AddCheck(result => result.GetValue(_pieces) is not null
            && (result.GetValue(_sourcePieces) ?? result.GetValue(_targetPieces)) is not null
            ? $"give either {_pieces.Name} or {_sourcePieces.Name} and {_targetPieces.Name}"
            : null);
    }

    public override IReadOnlyList<string> Essentials { get; } =
        ["--links", "--method", "--model", "--pieces", "--source-pieces", "--target-pieces", "--print", "--output"];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aligner export guided corpus.txt --pieces spm.model -o guided.txt", "for Marian"),
        new("aligner export guided corpus.txt --links links.txt --print opustrainer", "words, for OpusTrainer"),
    ];

    protected override void Run(ParseResult parsed, CommandContext context)
    {
        SubwordTokenizer? both = Load(parsed.GetValue(_pieces));
        SubwordTokenizer? source = both ?? Load(parsed.GetValue(_sourcePieces));
        SubwordTokenizer? target = both ?? Load(parsed.GetValue(_targetPieces));
        bool printsText = parsed.GetRequiredValue(_print) == OpusTrainer;
        _input.Read(parsed, context, () => _output.Open(parsed, context), (pairs, output) =>
        {
            foreach (AlignedPair pair in pairs)
            {
                PieceLinks pieces = PieceLinks.Of(pair.Words, pair.Links.ToAlignment(), source, target);
                output.WriteLine(printsText
                    ? $"{string.Join(' ', pieces.Pieces.Source)}\t{string.Join(' ', pieces.Pieces.Target)}\t"
                        + pieces.Links
                    : pieces.Links.ToString());
            }
        });
    }

    private static SubwordTokenizer? Load(string? path) => path is null ? null : SubwordTokenizer.Load(path);
}
