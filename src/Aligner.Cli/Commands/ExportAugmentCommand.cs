using System.CommandLine;
using Aligner.Applications.Exporting;
using Aligner.Cli.Hosting;
using Aligner.Cli.Inputs;
using Aligner.Cli.Methods;
using Aligner.Cli.Options;
using Aligner.Core.Corpora;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner export augment [BITEXT]</c>: linked words exchanged by a dictionary.</summary>
internal sealed class ExportAugmentCommand : ToolCommand
{
    private static readonly AugmentOptions Defaults = new();

    private readonly Option<string?> _dictionary = OptionFactory.Path(
        "--dictionary", "Words and their translations: source, tab or blank, target; further columns are ignored");

    private readonly Option<double?> _share = OptionFactory.OptionalNumber(
        "--share", "Probability of exchanging a word that has a substitute", NumberRange.From(0, 1), absent: "0.1");

    private readonly Option<double?> _probability = OptionFactory.OptionalNumber(
        "--minimum-probability", "Leave words with a less probable link", NumberRange.From(0, 1), absent: "0.5");

    private readonly Option<int> _ending = OptionFactory.Integer(
        "--ending", "Letters at the end that substitutes share with the words, on both sides", Defaults.Ending, 0, 100);

    private readonly LinkedInput _input;
    private readonly OutputBundle _output;

    public ExportAugmentCommand()
        : base("augment", "Exchange linked words for entries of a dictionary")
    {
        _dictionary.Required = true;
        _input = new LinkedInput(this);
        Add(Headings.Input, _dictionary);
        Add(Headings.Output, _share, _probability, _ending);
        _output = new OutputBundle(this);
    }

    public override IReadOnlyList<string> Essentials { get; } =
    [
        "--links", "--method", "--dictionary", "--share", "--minimum-probability", "--ending", "--seed", "--output",
    ];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aligner export augment corpus.txt --links links.txt --dictionary dictionary.tsv",
            "new pairs from known ones"),
    ];

    protected override void Run(ParseResult parsed, CommandContext context)
    {
        DictionaryAugmenter augmenter = new(
            WordPairReader.Read(parsed.GetRequiredValue(_dictionary)!),
            new AugmentOptions
            {
                Share = parsed.GetValue(_share) ?? Defaults.Share,
                MinimumProbability = parsed.GetValue(_probability) ?? Defaults.MinimumProbability,
                Ending = parsed.GetValue(_ending),
            },
            _input.Seed(parsed));
        _input.Read(parsed, context, () => _output.Open(parsed, context), (pairs, output) =>
        {
            foreach (AlignedPair pair in pairs)
            {
                TokenizedPair words = augmenter.Augment(pair);
                output.WriteLine($"{string.Join(' ', words.Source)} ||| {string.Join(' ', words.Target)}");
            }
        });
    }
}
