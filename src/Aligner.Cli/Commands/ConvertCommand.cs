using System.CommandLine;
using Aligner.Cli.Hosting;
using Aligner.Cli.Inputs;
using Aligner.Cli.Options;
using Aligner.Core;
using Aligner.Core.Corpora;
using Aligner.Core.Formats;
using Aligner.Core.Text;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner convert --from NAME --to NAME</c>: the same links in another notation.</summary>
internal sealed class ConvertCommand : ToolCommand
{
    private readonly Argument<string?> _links = new("LINKS")
    {
        Description = "The link file; standard input if absent or '-'",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _bitext = OptionFactory.Path(
        "--bitext", "The sentence pairs, for formats that print the words");

    private readonly SideOptions _sides;
    private readonly ErrorBundle _errors;
    private readonly TokenizerBundle _tokenizer;
    private readonly FormatBundle _from;
    private readonly FormatBundle _to;
    private readonly OutputBundle _output;

    public ConvertCommand()
        : base("convert", "Convert between alignment formats")
    {
        Add(_links);
        _from = new FormatBundle(this, "the input", "--from");
        _to = new FormatBundle(this, "the output", "--to", "--to-");
        Add(Headings.Input, _bitext);
        _sides = new SideOptions(this);
        _errors = new ErrorBundle(this);
        _tokenizer = new TokenizerBundle(this, withNormalization: false);
        _output = new OutputBundle(this);
    }

    public override IReadOnlyList<string> Essentials { get; } =
    [
        "--from", "--to", "--bitext", "--on-error", "--source", "--target", "--index-base", "--swap", "--output", "--overwrite",
    ];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aligner convert --from naacl --to pharaoh test.wa -o gold.txt", "a gold file of the shared tasks"),
        new("aligner convert --from pharaoh --index-base 1 --to jsonl links.txt", "links counted from 1, for programs"),
        new("aligner convert --to giza --bitext corpus.txt links.txt", "with the words, as GIZA++ writes it"),
    ];

    protected override void Run(ParseResult parsed, CommandContext context)
    {
        Action<BrokenLineException>? skipped = _errors.Skipped(parsed, context);
        NamedInput<AnnotatedAlignment> links = _from.Open(
            parsed, parsed.GetValue(_links) ?? "-", context.Cancellation, skipped);
        using TextOutput output = _output.Open(parsed, context);
        _to.Write(parsed, WithTokens(parsed, links, skipped), output);
        output.Commit();
    }

    private IEnumerable<AnnotatedAlignment> WithTokens(
        ParseResult parsed, NamedInput<AnnotatedAlignment> links, Action<BrokenLineException>? skipped)
    {
        string? bitext = parsed.GetValue(_bitext);
        if (bitext is null && !_sides.AreGiven(parsed))
        {
            return links.Items;
        }

        BitextReader reader = _sides.Open(parsed, bitext);
        reader = skipped is null ? reader : new SkippingBitextReader(reader, skipped);
        Func<SentencePair, TokenizedPair> split = _tokenizer.Splitter(parsed);
        NamedInput<SentencePair> pairs = new(reader.Name, Lockstep.Pairs(reader));
        return Lockstep.Read(pairs, links).Select(item =>
        {
            TokenizedPair tokens = split(item.First);
            try
            {
                Lockstep.RequireInside(links.Name, item.First.Line, item.Second.ToAlignment(), tokens);
                return item.Second with { Tokens = tokens };
            }
            catch (BrokenLineException exception) when (skipped is not null)
            {
                skipped(exception);
                return AnnotatedAlignment.Empty with { Tokens = tokens };
            }
        });
    }
}
