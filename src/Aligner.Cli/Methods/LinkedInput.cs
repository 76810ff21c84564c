using System.CommandLine;
using Aligner.Cli.Hosting;
using Aligner.Cli.Inputs;
using Aligner.Cli.Options;
using Aligner.Core;
using Aligner.Core.Alignments;
using Aligner.Core.Formats;
using Aligner.Core.Text;
using Aligner.Tokenization.Units;
using Aligner.Tokenization.Words;

namespace Aligner.Cli.Methods;

/// <summary><c>[BITEXT] --links FILE</c>, or any method of <c>align</c>: pairs with their links.</summary>
internal sealed class LinkedInput
{
    private readonly Option<string?> _links = OptionFactory.Path(
        "--links", "Take the links of FILE ('-' for standard input) in place of those of a method");

    private readonly IPairInput _input;
    private readonly FormatBundle _format;
    private readonly MethodFamilies _methods;
    private readonly RunBundle _run;

    /// <summary>Adds the argument and the options to <paramref name="command"/>.</summary>
    /// <param name="command">The command.</param>
    /// <param name="maxLength">The name of the option for pairs that are too long.</param>
    public LinkedInput(ToolCommand command, string maxLength = TextBundle.MaxLengthName)
        : this(command, new InputBundle(command), maxLength)
    {
    }

    /// <summary>Adds the options to <paramref name="command"/>, which reads pairs in its own way.</summary>
    /// <param name="command">The command.</param>
    /// <param name="input">Where the pairs come from.</param>
    /// <param name="maxLength">The name of the option for pairs that are too long.</param>
    public LinkedInput(ToolCommand command, IPairInput input, string maxLength = TextBundle.MaxLengthName)
    {
        _input = input;
        command.Add(Headings.Input, _links);
        _format = new FormatBundle(command, "the links", "--links-format", "--links-");
        _methods = new MethodFamilies(command, maxLength);
        _run = new RunBundle(command);
        command.AddCheck(result =>
            result.GetValue(_links) is null ? null
            : _methods.Given(result) is { } option ? $"give either {_links.Name} or {option.Name}"
            : null);
    }

    /// <summary>The seed of what is drawn at random.</summary>
    public ulong Seed(ParseResult parsed) => _run.Seed(parsed);

    /// <summary>What to tell of a broken line; null if it ends the run.</summary>
    public Action<BrokenLineException>? Skipped(ParseResult parsed, CommandContext context) =>
        _input.Skipped(parsed, context);

    /// <summary>
    /// What the links of a method count where the command line does not say it; null, the default, for what suits the
    /// text.
    /// </summary>
    public LinkUnits? Units { get; init; }

    /// <summary>
    /// Reads the pairs with their links. The output is opened before the work begins and committed at its end.
    /// </summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="context">Messages and cancellation.</param>
    /// <param name="open">Opens the output.</param>
    /// <param name="write">Reads the pairs to their end and writes what becomes of them.</param>
    /// <exception cref="UsageException">Options contradict each other.</exception>
    /// <exception cref="DataException">The links do not fit the text.</exception>
    public void Read(
        ParseResult parsed,
        CommandContext context,
        Func<TextOutput> open,
        Action<IEnumerable<AlignedPair>, TextOutput> write)
    {
        _methods.RequireUnits(parsed);
        RunSettings settings = _run.Settings(parsed, context);
        if (parsed.GetValue(_links) is { } path)
        {
            ReadLinks(parsed, context, path, open, write);
            return;
        }

        _methods.Align(MethodFamilies.ForUse(parsed, context, settings, _input, open, (alignments, output) =>
            write(alignments.Select((alignment, pair) => Pair(pair + 1, alignment)), output)) with
        {
            WantsPlaces = true,
            Units = Units,
        });
    }

    private void ReadLinks(
        ParseResult parsed,
        CommandContext context,
        string path,
        Func<TextOutput> open,
        Action<IEnumerable<AlignedPair>, TextOutput> write)
    {
        if (path == TextInput.StandardStreamPath && _input.ReadsStandardInput(parsed))
        {
            throw new UsageException($"{_links.Name} and the bitext cannot both be standard input");
        }

        using TextOutput output = open();
        using TokenizedBitext text = _methods.OpenText(parsed, _input.Open(parsed, context), context.Messages);
        Action<BrokenLineException>? skipped = _input.Skipped(parsed, context);
        NamedInput<AnnotatedAlignment> links =
            _format.Open(parsed, path, Beside.Text, context.Cancellation, skipped);
        NamedInput<SplitPair> pairs = new(text.Name, text.ReadAll());
        write(
            LinkedWords.Join(pairs, pair => pair.Units, links, skipped, pair => pair.Characters).Select(Pair),
            output);
        output.Commit();

        AlignedPair Pair((SplitPair Split, AnnotatedAlignment Links) item)
        {
            long line = item.Split.Line;
            AnnotatedAlignment inside = LinkedWords.Inside(links.Name, line, item.Links, skipped);
            return LinkedInput.Pair(line, inside with { Characters = item.Split.Characters });
        }
    }

    private static AlignedPair Pair(long line, AnnotatedAlignment alignment)
    {
        ScoredLink[] links =
            [.. alignment.Ordered().Links.Select(link => new ScoredLink(link.Link, link.Probability ?? 1))];
        (int source, int target) = (alignment.Tokens!.Source.Count, alignment.Tokens.Target.Count);
        return new AlignedPair(
            line,
            alignment.Tokens,
            alignment.LogProbability is { } score
                ? new ScoredAlignment(links, score) { Nulls = alignment.Nulls }
                : ScoredAlignment.OfLinks(links, source, target),
            alignment.Characters);
    }
}
