using System.CommandLine;
using Aligner.Applications.Lexicons;
using Aligner.Cli.Hosting;
using Aligner.Cli.Methods;
using Aligner.Cli.Options;
using Aligner.Core.Text;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner lexicon [BITEXT]</c>: which words translate which, counted over the links of a text.</summary>
internal sealed class LexiconCommand : ToolCommand
{
    private readonly Option<string> _format = OptionFactory.DescribedChoice(
        "--format",
        "How the lexicon is written",
        LexiconFormats.All[0].Name,
        LexiconFormats.All.Select(format => (format.Name, format.Summary)));

    private readonly Option<int> _minCount =
        OptionFactory.Integer("--min-count", "Leave out entries that were linked less often", 1, 1);

    private readonly Option<int> _phrases = OptionFactory.Integer(
        "--phrases", "Count phrases of up to N words whose first and last words are linked, not single links", 1, 1);

    private readonly Option<bool> _reverse =
        new("--reverse") { Description = "Exchange source and target; of --format moses this is lex.e2f" };

    private readonly Option<bool> _foldCase =
        new("--fold-case") { Description = "Count words that differ in their case as one, in lower case" };

    private readonly Option<string?> _sourceLemmas = OptionFactory.Path(
        "--source-lemmas", "Count source words as their lemmas; FILE has a word, a tab and its lemma on each line");

    private readonly Option<string?> _targetLemmas =
        OptionFactory.Path("--target-lemmas", "The same for target words");

    private readonly LinkedInput _input;
    private readonly OutputBundle _output;

    public LexiconCommand()
        : base("lexicon", "Count which words translate which")
    {
        _input = new LinkedInput(this);
        Add(Headings.Report, _minCount, _phrases, _reverse, _foldCase, _sourceLemmas, _targetLemmas);
        Add(Headings.Format, _format);
        _output = new OutputBundle(this);
        AddCheck(result => result.GetValue(_phrases) > 1 && !FormatOf(result.GetRequiredValue(_format)).HoldsPhrases
            ? $"{_phrases.Name} cannot be given with {_format.Name} {result.GetValue(_format)}, which holds no blanks"
            : null);
    }

    public override IReadOnlyList<string> Essentials { get; } =
    [
        "--source", "--target", "--links", "--method", "--model", "--min-count", "--phrases", "--reverse",
        "--fold-case", "--format", "--output", "--overwrite",
    ];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aligner lexicon corpus.txt --links links.txt -o lexicon.tsv",
            "pairs of linked words with their counts"),
        new("aligner lexicon corpus.txt --fold-case --min-count 3", "align first, and leave out what is rare"),
        new("aligner lexicon corpus.txt --links links.txt --format marian -o lex.s2t", "a shortlist for Marian"),
    ];

    protected override void Run(ParseResult parsed, CommandContext context)
    {
        ILexiconFormat format = FormatOf(parsed.GetRequiredValue(_format));
        int minCount = parsed.GetValue(_minCount);
        bool isReverse = parsed.GetValue(_reverse);
        string? sourceLemmas = parsed.GetValue(_sourceLemmas), targetLemmas = parsed.GetValue(_targetLemmas);
        LexiconCounter counter = new(new LexiconOptions
        {
            Lowercase = parsed.GetValue(_foldCase),
            SourceLemmas = ReadLemmas(isReverse ? targetLemmas : sourceLemmas),
            TargetLemmas = ReadLemmas(isReverse ? sourceLemmas : targetLemmas),
            MaxPhraseLength = parsed.GetValue(_phrases),
        });
        _input.Read(parsed, context, () => _output.Open(parsed, context), Write);

        void Write(IEnumerable<AlignedPair> pairs, TextOutput output)
        {
            foreach (AlignedPair pair in pairs)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                counter.Add(isReverse ? pair.Swap() : pair);
            }

            format.WriteHeader(output);
            foreach (LexiconEntry entry in format.HoldsNull
                ? counter.EntriesWithNull(minCount)
                : counter.Entries(minCount))
            {
                format.WriteEntry(output, entry);
            }
        }
    }

    private static ILexiconFormat FormatOf(string name) => LexiconFormats.Get(name);

    private static IReadOnlyDictionary<string, string>? ReadLemmas(string? path)
    {
        if (path is null)
        {
            return null;
        }

        using LineReader reader = TextInput.Open(path);
        return LemmaFile.Read(reader);
    }
}
