using System.CommandLine;
using System.Globalization;
using Aligner.Cli.Hosting;
using Aligner.Cli.Inputs;
using Aligner.Cli.Options;
using Aligner.Core;
using Aligner.Core.Corpora;
using Aligner.Core.Text;
using Aligner.Tokenization.Normalization;
using Aligner.Tokenization.Subwords;
using Aligner.Tokenization.Units;
using Aligner.Tokenization.Words;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner tokenize [TEXT]</c>: what the tokenizer layer does to a line.</summary>
internal sealed class TokenizeCommand : ToolCommand
{
    private readonly Argument<string?> _text = new("TEXT")
    {
        Description = "Sentences, one a line; standard input if absent or '-'",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _pairs =
        new("--pairs") { Description = "Lines are sentence pairs; the output is 'source ||| target'" };

    private readonly Option<bool> _offsets =
        new("--offsets") { Description = "Print start:end of each token in its sentence, in UTF-16 code units" };

    private readonly ErrorBundle _errors;
    private readonly TokenizerBundle _tokenizer;
    private readonly UnitBundle _units;
    private readonly OutputBundle _output;

    public TokenizeCommand()
        : base("tokenize", "Print the tokens that the aligners see")
    {
        Add(_text);
        Add(Headings.Input, _pairs);
        _errors = new ErrorBundle(this);
        Add(Headings.Output, _offsets);
        _tokenizer = new TokenizerBundle(this, withNormalization: true, withSubwords: true, detects: true);
        _units = new UnitBundle(this, withUnits: false);
        _output = new OutputBundle(this);
    }

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("echo \"It's 3.5 km.\" | aligner tokenize --tokenizer unicode", "words, numbers and punctuation"),
        new("aligner tokenize --pairs --target-tokenizer char corpus.txt", "pairs whose target side has no blanks"),
        new("aligner tokenize --tokenizer bert/tokenizer.json text.txt", "the pieces that an encoder sees"),
    ];

    protected override void Run(ParseResult parsed, CommandContext context)
    {
        TextOptions options = _tokenizer.TextOptions(parsed);
        WordNormalizer normalizer = new(options.Normalization);
        Func<SplitLine, string> source = Formatter(parsed, options.SourceTokenizer, normalizer);
        Func<SplitLine, string> target = Formatter(parsed, options.TargetTokenizer, normalizer);
        bool hasPairs = parsed.GetValue(_pairs);
        string path = parsed.GetValue(_text) ?? "-";
        Action<BrokenLineException>? skipped = _errors.Skipped(parsed, context);
        using TextOutput output = _output.Open(parsed, context);
        BitextReader reader = hasPairs ? BitextReader.Open(path) : new MonolingualReader(TextInput.Open(path));
        using TokenizedBitext text = _units.Open(
            options with
            {
                SourceTokenizer = IsName(options.SourceTokenizer) ? options.SourceTokenizer : "none",
                TargetTokenizer = IsName(options.TargetTokenizer) ? options.TargetTokenizer : "none",
            },
            parsed,
            skipped is null ? reader : new SkippingBitextReader(reader, skipped),
            hear: null);
        foreach (SplitPair pair in text.ReadAll())
        {
            context.Cancellation.ThrowIfCancellationRequested();
            output.WriteLine(hasPairs ? $"{source(pair.Source)} ||| {target(pair.Target)}" : source(pair.Source));
        }

        output.Commit();
    }

    private static bool IsName(string name) =>
        name == Tokenizers.Auto || Tokenizers.All.Any(entry => entry.Name == name);

    private Func<SplitLine, string> Formatter(ParseResult parsed, string name, WordNormalizer normalizer)
    {
        bool offsets = parsed.GetValue(_offsets);
        if (IsName(name))
        {
            return line => string.Join(
                ' ',
                offsets ? line.TokenPlaces.Select(Place) : line.Tokens.Select(token => normalizer.Normalize(token)));
        }

        if (!normalizer.IsIdentity)
        {
            throw new UsageException($"'{name}' normalizes text by its own rules: leave --lowercase, --stem "
                + "and --unicode-form out");
        }

        Func<string, string> format = PieceFormatter(SubwordTokenizer.Load(name), offsets);
        return line => format(line.Line);
    }

    private static Func<string, string> PieceFormatter(SubwordTokenizer tokenizer, bool offsets) => sentence =>
    {
        EncodedPieces pieces = tokenizer.Encode(sentence);
        return string.Join(' ', offsets
            ? pieces.Spans.ToArray().Select(Place)
            : pieces.Ids.ToArray().Select(tokenizer.Piece));
    };

    private static string Place(TokenSpan span) =>
        string.Create(CultureInfo.InvariantCulture, $"{span.Start}:{span.End}");
}
