using System.CommandLine;
using System.Globalization;
using Aligner.Applications.Filtering;
using Aligner.Cli.Hosting;
using Aligner.Cli.Inputs;
using Aligner.Cli.Methods;
using Aligner.Cli.Options;
using Aligner.Core.Corpora;
using Aligner.Core.Text;
using Aligner.Tokenization.Words;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner filter [BITEXT]</c>: keeps the pairs that are translations.</summary>
internal sealed class FilterCommand : ToolCommand
{
    private const string Pairs = "pairs", Scores = "scores";
    private const double DefaultMinimum = 0.5;

    private readonly Option<double?> _minimum = OptionFactory.OptionalNumber(
        "--minimum-score", "Keep pairs that are translations with this probability", NumberRange.From(0, 1), "0.5");

    private readonly Option<double?> _keep = OptionFactory.OptionalNumber(
        "--keep", "Keep this share of the pairs, the best ones", NumberRange.From(0, 1));

    private readonly Option<string?> _rejected =
        OptionFactory.Path("--rejected", "Write the other pairs to FILE, which is compressed as --output is");

    private readonly Option<bool> _scores = new("--scores")
    {
        Description = "Append columns: the score, and the linked shares of source and target",
    };

    private readonly Option<string> _print = OptionFactory.DescribedChoice(
        "--print",
        "What to print",
        Pairs,
        [
            (Pairs, "the lines of the pairs that are kept"),
            (Scores, "the columns of --scores alone, a line for each pair, none left out"),
        ]);

    private readonly SpooledInput _pairs;
    private readonly LinkedInput _input;
    private readonly OutputBundle _output;

    public FilterCommand()
        : base("filter", "Keep translations, drop noise")
    {
        _pairs = new SpooledInput(new InputBundle(this));
        _input = new LinkedInput(this, _pairs) { Units = LinkUnits.Tokens };
        Add(Headings.Output, _minimum, _keep, _rejected, _scores, _print);
        _output = new OutputBundle(this);
        _output.KeepApart(this, _rejected);
        AddCheck(result => result.GetValue(_minimum) is not null && result.GetValue(_keep) is not null
            ? $"give either {_minimum.Name} or {_keep.Name}"
            : null);
        _rejected.Validators.Add(result => OptionFactory.RefuseStandardInput(_rejected.Name, result));
    }

    public override IReadOnlyList<string> Essentials { get; } =
    [
        "--source", "--target", "--columns", "--links", "--method", "--model", "--minimum-score", "--keep",
        "--rejected", "--scores", "--print", "--output",
    ];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aligner filter crawl.txt -o clean.txt", "the pairs that are translations"),
        new("aligner filter crawl.tsv.gz --columns 3,4 --keep 0.9 --rejected noise.tsv -o clean.tsv",
            "the best nine tenths of a table, and the rest"),
        new("aligner filter new.txt --model corpus.model --print scores", "a score for each line"),
    ];

    protected override void Run(ParseResult parsed, CommandContext context)
    {
        TextOutput? rejected = null;
        _input.Read(parsed, context, Open, (pairs, output) =>
        {
            LinkedSpool spool = _pairs.Spool;
            spool.Keep(pairs);
            TextProfile profile = TextProfile.Learn(spool.ReadAll().Select(item => item.ToFilterPair()));
            IEnumerable<(SentencePair Pair, PairScore Score)> Scored() => spool.ReadAll().Select((item, index) =>
                (item.Text, profile.Score(index, item.ToFilterPair())));
            if (parsed.GetValue(_print) == Scores)
            {
                foreach ((_, PairScore score) in Scored())
                {
                    output.WriteLine(Columns(score));
                }
            }
            else
            {
                Choose(parsed, context, Scored, output, rejected);
            }

            rejected?.Commit();
        });

        TextOutput Open()
        {
            rejected = parsed.GetValue(_rejected) is { } path
                ? context.Own(TextOutput.Create(path, _output.Overwrites(parsed)))
                : null;
            return _output.Open(parsed, context);
        }
    }

    private void Choose(
        ParseResult parsed,
        CommandContext context,
        Func<IEnumerable<(SentencePair Pair, PairScore Score)>> scored,
        TextOutput output,
        TextOutput? rejected)
    {
        bool appends = parsed.GetValue(_scores);
        PairChoice choice = parsed.GetValue(_keep) is { } share
            ? PairChoice.Best(scored().Select(item => item.Score.Probability), share)
            : PairChoice.AtLeast(parsed.GetValue(_minimum) ?? DefaultMinimum);
        (long kept, long count) = (0, 0);
        foreach ((SentencePair pair, PairScore score) in scored())
        {
            bool isKept = choice.Keeps(score.Probability);
            string text = pair.Text ?? $"{pair.Source}\t{pair.Target}";
            (isKept ? output : rejected)?.WriteLine(appends ? $"{text}\t{Columns(score)}" : text);
            kept += isKept ? 1 : 0;
            count++;
        }

        context.Messages.Note(string.Create(CultureInfo.InvariantCulture, $"kept {kept} of {count} pairs"));
    }

    private static string Columns(PairScore score) => string.Create(
        CultureInfo.InvariantCulture, $"{score.Probability:0.000000}\t{score.Source:0.0000}\t{score.Target:0.0000}");
}
