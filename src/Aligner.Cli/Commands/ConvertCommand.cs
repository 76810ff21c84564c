using System.CommandLine;
using System.Globalization;
using Aligner.Cli.Hosting;
using Aligner.Cli.Inputs;
using Aligner.Cli.Options;
using Aligner.Core;
using Aligner.Core.Formats;
using Aligner.Core.Text;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner convert --from NAME --to NAME</c>: the same links in another notation.</summary>
internal sealed class ConvertCommand : ToolCommand
{
    private readonly Argument<string[]> _links = new("LINKS")
    {
        Description = "The link file, or several with parts of the pairs where the format numbers them; "
            + "standard input if absent or '-'",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _probabilities = OptionFactory.Path(
        "--probabilities", "Probabilities of the links in their order, a line a pair, as awesome-align writes them");

    private readonly ErrorBundle _errors;
    private readonly CountedTextBundle _text;
    private readonly FormatBundle _from;
    private readonly FormatBundle _to;
    private readonly OutputBundle _output;

    public ConvertCommand()
        : base("convert", "Convert between alignment formats")
    {
        Add(_links);
        _from = new FormatBundle(this, "the input", "--from");
        Add(Headings.Input, _probabilities);
        _to = new FormatBundle(this, "the output", "--to", "--to-", isWritten: true);
        _errors = new ErrorBundle(this);
        _text = new CountedTextBundle(this, "The sentence pairs, for formats that print the words or link by them");
        _output = new OutputBundle(this);
    }

    public override IReadOnlyList<string> Essentials { get; } =
    [
        "--from", "--to", "--bitext", "--on-error", "--source", "--target", "--index-base", "--swap", "--output",
        "--overwrite",
    ];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aligner convert --from naacl --to pharaoh test.wa -o gold.txt", "a gold file of the shared tasks"),
        new("aligner convert --from pharaoh --index-base 1 --to jsonl links.txt", "links counted from 1, for programs"),
        new("aligner convert --to giza --bitext corpus.txt links.txt", "with the words, as GIZA++ writes it"),
        new("aligner convert --bitext pieces.txt --units words links.txt", "links of subword pieces to links of words"),
        new("aligner convert --from giza part.0 part.1 part.2", "what the threads of MGIZA wrote"),
    ];

    protected override void Run(ParseResult parsed, CommandContext context)
    {
        Action<BrokenLineException>? skipped = _errors.Skipped(parsed, context);
        bool hasText = _text.IsGiven(parsed);
        if (_from.NeedsTokensToRead(parsed) && !hasText)
        {
            throw new UsageException("links by words need the sentence pairs: give --bitext");
        }

        string[] paths = parsed.GetValue(_links) is { Length: > 0 } given ? given : ["-"];
        NamedInput<AnnotatedAlignment> links = _from.Open(
            parsed, paths, hasText ? Beside.Text : Beside.Nothing, context.Cancellation, skipped);
        _text.Check(parsed, _to.Characters(parsed));
        using TextOutput output = _output.Open(parsed, context);
        _to.Write(parsed, WithTokens(parsed, WithProbabilities(parsed, links), skipped, context), output);
        output.Commit();
    }

    private NamedInput<AnnotatedAlignment> WithProbabilities(
        ParseResult parsed, NamedInput<AnnotatedAlignment> links)
    {
        if (parsed.GetValue(_probabilities) is not string path)
        {
            return links;
        }

        LineReader reader = TextInput.Open(path);
        NamedInput<float[]> probabilities = new(reader.Name, ProbabilityFile.Read(reader));
        return new NamedInput<AnnotatedAlignment>(links.Name, Join());

        IEnumerable<AnnotatedAlignment> Join()
        {
            using (reader)
            {
                foreach ((AnnotatedAlignment alignment, float[] values) in Lockstep.Read(links, probabilities))
                {
                    yield return values.Length == alignment.Links.Count
                        ? alignment.WithProbabilities(values)
                        : throw new DataException(reader.Name, reader.Line, string.Create(
                            CultureInfo.InvariantCulture,
                            $"{values.Length} probabilities for {alignment.Links.Count} links"));
                }
            }
        }
    }

    private IEnumerable<AnnotatedAlignment> WithTokens(
        ParseResult parsed,
        NamedInput<AnnotatedAlignment> links,
        Action<BrokenLineException>? skipped,
        CommandContext context)
    {
        if (!_text.IsGiven(parsed))
        {
            // Links that count words stay so in a format that writes places instead of indices.
            bool keepsPlaces = _to.Characters(parsed) == CharacterUse.BesideWords;
            return links.Items.Select(alignment => keepsPlaces ? alignment : alignment with { Characters = null });
        }

        CountedText text = _text.Open(parsed, context.Messages, _to.Characters(parsed), skipped);
        return text.Join(links).Select(item => text.Lift(item.Pair, item.Links));
    }
}
