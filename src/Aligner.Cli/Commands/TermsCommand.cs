using System.CommandLine;
using Aligner.Applications.Terms;
using Aligner.Cli.Hosting;
using Aligner.Cli.Methods;
using Aligner.Cli.Options;
using Aligner.Core.Text;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner terms [BITEXT]</c>: pairs of multi-word terms.</summary>
internal sealed class TermsCommand : ToolCommand
{
    private static readonly TermOptions Defaults = new();

    private readonly Option<int> _maxLength =
        OptionFactory.Integer("--max-length", "Most words of a term", Defaults.MaxLength, 2, 100);

    private readonly Option<int> _minCount =
        OptionFactory.Integer("--min-count", "Leave out pairs that occur less often", Defaults.MinCount, 1);

    private readonly Option<double?> _commonShare = OptionFactory.OptionalNumber(
        "--common-share",
        "Words that make up more than this share of their side, as articles do, neither begin nor end a term",
        NumberRange.From(0, 1),
        absent: "0.002");

    private readonly LinkedInput _input;
    private readonly OutputBundle _output;

    public TermsCommand()
        : base("terms", "List pairs of multi-word terms")
    {
        _input = new LinkedInput(this, maxLength: "--max-sentence-length");
        Add(Headings.Report, _maxLength, _minCount, _commonShare);
        _output = new OutputBundle(this);
    }

    public override IReadOnlyList<string> Essentials { get; } =
    [
        "--source", "--target", "--links", "--method", "--model", "--max-length", "--min-count", "--common-share",
        "--output", "--overwrite",
    ];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aligner terms corpus.txt --links links.txt -o terms.tsv", "pairs of terms, the most reliable first"),
        new("aligner terms corpus.txt --min-count 5 --max-length 3",
            "align first; frequent terms of up to three words"),
    ];

    protected override void Run(ParseResult parsed, CommandContext context)
    {
        TermCounter counter = new(new TermOptions
        {
            MaxLength = parsed.GetValue(_maxLength),
            MinCount = parsed.GetValue(_minCount),
            CommonShare = parsed.GetValue(_commonShare) ?? Defaults.CommonShare,
        });
        _input.Read(parsed, context, () => _output.Open(parsed, context), Write);

        void Write(IEnumerable<AlignedPair> pairs, TextOutput output)
        {
            foreach (AlignedPair pair in pairs)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                counter.Add(pair);
            }

            TermTable.Write(output, counter.Terms());
        }
    }
}
