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
    private readonly OutputBundle _output;

    public TokenizeCommand()
        : base("tokenize", "Print the tokens that the aligners see")
    {
        Add(_text);
        Add(Headings.Input, _pairs);
        _errors = new ErrorBundle(this);
        Add(Headings.Output, _offsets);
        _tokenizer = new TokenizerBundle(this, withNormalization: true, withSubwords: true);
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
        Func<string, string> source = SentenceFormatter(parsed, options.SourceTokenizer, normalizer);
        Func<string, string> target = SentenceFormatter(parsed, options.TargetTokenizer, normalizer);
        string path = parsed.GetValue(_text) ?? "-";
        Action<BrokenLineException>? skipped = _errors.Skipped(parsed, context);
        using TextOutput output = _output.Open(parsed, context);
        IEnumerable<string> lines = parsed.GetValue(_pairs)
            ? Lockstep.Pairs(OpenPairs(path, skipped)).Select(pair => $"{source(pair.Source)} ||| {target(pair.Target)}")
            : Lines(path, skipped).Select(source);
        foreach (string line in lines)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            output.WriteLine(line);
        }

        output.Commit();
    }

    private Func<string, string> SentenceFormatter(ParseResult parsed, string name, WordNormalizer normalizer)
    {
        bool offsets = parsed.GetValue(_offsets);
        if (Tokenizers.All.Any(entry => entry.Name == name))
        {
            return WordFormatter(Tokenizers.Get(name), normalizer, offsets);
        }

        return normalizer.IsIdentity
            ? PieceFormatter(SubwordTokenizer.Load(name), offsets)
            : throw new UsageException($"'{name}' normalizes text by its own rules: leave --lowercase, --stem "
                + "and --unicode-form out");
    }

    private static Func<string, string> WordFormatter(ITokenizer tokenizer, WordNormalizer normalizer, bool offsets)
    {
        List<TokenSpan> spans = [];
        return sentence =>
        {
            spans.Clear();
            tokenizer.Tokenize(sentence, spans);
            return string.Join(' ', spans.Select(span =>
                offsets ? Place(span) : normalizer.Normalize(sentence.AsSpan(span.Start, span.Length))));
        };
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

    private static BitextReader OpenPairs(string path, Action<BrokenLineException>? skipped)
    {
        BitextReader reader = BitextReader.Open(path);
        return skipped is null ? reader : new SkippingBitextReader(reader, skipped);
    }

    private static IEnumerable<string> Lines(string path, Action<BrokenLineException>? skipped)
    {
        using LineReader reader = TextInput.Open(path);
        while (Next() is { } line)
        {
            yield return line;
        }

        string? Next()
        {
            try
            {
                return reader.ReadLine();
            }
            catch (BrokenLineException exception) when (skipped is not null)
            {
                skipped(exception);
                return string.Empty;
            }
        }
    }
}
