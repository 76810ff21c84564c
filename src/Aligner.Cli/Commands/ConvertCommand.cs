using System.CommandLine;
using System.Globalization;
using Aligner.Cli.Hosting;
using Aligner.Cli.Inputs;
using Aligner.Cli.Options;
using Aligner.Core;
using Aligner.Core.Corpora;
using Aligner.Core.Formats;
using Aligner.Core.Text;
using Aligner.Tokenization.Units;
using Aligner.Tokenization.Words;

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

    private readonly Option<string?> _bitext = OptionFactory.Path(
        "--bitext", "The sentence pairs, for formats that print the words or link by them");

    private readonly Option<string?> _fromUnits = UnitBundle.Option(
        "--from-units", "What the links of the input count", "that of --units");

    private readonly SideOptions _sides;
    private readonly ErrorBundle _errors;
    private readonly TokenizerBundle _tokenizer;
    private readonly UnitBundle _units;
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
        Add(Headings.Input, _bitext);
        _sides = new SideOptions(this);
        _errors = new ErrorBundle(this);
        _tokenizer = new TokenizerBundle(this, withNormalization: false, detects: true);
        _units = new UnitBundle(this, withUnits: true);
        Add(Headings.Words, _fromUnits);
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
        bool hasText = parsed.GetValue(_bitext) is not null || _sides.AreGiven(parsed);
        if (_from.NeedsTokensToRead(parsed) && !hasText)
        {
            throw new UsageException("links by words need the sentence pairs: give --bitext");
        }

        string[] paths = parsed.GetValue(_links) is { Length: > 0 } given ? given : ["-"];
        NamedInput<AnnotatedAlignment> links = _from.Open(
            parsed, paths, hasText, context.Cancellation, skipped);
        RequireBitext(parsed);
        using TextOutput output = _output.Open(parsed, context);
        _to.Write(parsed, WithTokens(parsed, WithProbabilities(parsed, links), skipped, context), output);
        output.Commit();
    }

    private void RequireBitext(ParseResult parsed)
    {
        bool countsCharacters = _units.CountsCharacters(parsed);
        if (countsCharacters && _to.Characters(parsed) == CharacterUse.None)
        {
            throw new UsageException("--units characters needs --to pharaoh or jsonl");
        }

        if ((_units.Options(parsed).Units is not null || parsed.GetValue(_fromUnits) is not null)
            && parsed.GetValue(_bitext) is null && !_sides.AreGiven(parsed))
        {
            throw new UsageException("--units and --from-units need the text: give --bitext, or --source and --target");
        }
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
        string? bitext = parsed.GetValue(_bitext);
        if (bitext is null && !_sides.AreGiven(parsed))
        {
            // Links that count words stay so in a format that writes places instead of indices.
            bool keepsPlaces = _to.Characters(parsed) == CharacterUse.BesideWords;
            foreach (AnnotatedAlignment alignment in links.Items)
            {
                yield return keepsPlaces ? alignment : alignment with { Characters = null };
            }

            yield break;
        }

        BitextReader reader = _sides.Open(parsed, bitext);
        reader = skipped is null ? reader : new SkippingBitextReader(reader, skipped);
        using TokenizedBitext text = _units.Open(_tokenizer.TextOptions(parsed), parsed, reader, context.Messages);
        NamedInput<SplitPair> pairs = new(text.Name, text.ReadAll());
        if (parsed.GetValue(_fromUnits) is not null)
        {
            // The words of the file are then not the units of the text.
            links = links with { Items = links.Items.Select(alignment => alignment with { Tokens = null }) };
        }

        foreach ((SplitPair pair, AnnotatedAlignment alignment) in
            LinkedWords.Join(pairs, pair => pair.Units, links, skipped))
        {
            AnnotatedAlignment lifted;
            try
            {
                lifted = Lift(parsed, text, pair, links.Name, alignment);
            }
            catch (BrokenLineException exception) when (skipped is not null)
            {
                skipped(exception);
                lifted = AnnotatedAlignment.Empty;
            }

            yield return lifted with
            {
                Tokens = pair.Units,
                Characters = ShowsCharacters(parsed, pair) ? pair.Characters : null,
            };
        }
    }

    private AnnotatedAlignment Lift(
        ParseResult parsed, TokenizedBitext text, SplitPair pair, string name, AnnotatedAlignment alignment)
    {
        LinkUnits? from = UnitBundle.Parse(parsed.GetValue(_fromUnits));
        LinkUnits source = from ?? text.Layout.Source.DefaultUnits, target = from ?? text.Layout.Target.DefaultUnits;
        Lockstep.RequireInside(
            name, pair.Line, alignment.ToAlignment(), pair.Source.Count(source), pair.Target.Count(target));
        return UnitLinks.Lift(alignment, pair.Source.MapFrom(source), pair.Target.MapFrom(target));
    }

    private bool ShowsCharacters(ParseResult parsed, SplitPair pair) =>
        _units.CountsCharacters(parsed) || (_to.Characters(parsed) == CharacterUse.BesideWords && !pair.IsPlain);
}
