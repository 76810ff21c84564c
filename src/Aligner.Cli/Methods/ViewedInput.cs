using System.CommandLine;
using System.CommandLine.Parsing;
using Aligner.Applications.Views;
using Aligner.Cli.Hosting;
using Aligner.Cli.Inputs;
using Aligner.Cli.Options;
using Aligner.Core;
using Aligner.Core.Corpora;
using Aligner.Core.Files;
using Aligner.Core.Formats;
using Aligner.Core.Text;
using Aligner.Tokenization.Units;

namespace Aligner.Cli.Methods;

/// <summary>
/// <c>[BITEXT] [LINKS…] --gold FILE</c>: pairs with the links of files, of any method of <c>align</c>, or of both,
/// beside gold.
/// </summary>
internal sealed class ViewedInput
{
    private const string StandardInput = TextInput.StandardStreamPath;

    private readonly Argument<string[]> _files = new("FILES")
    {
        Description = "BITEXT and LINKS of one or more systems, or LINKS alone with --source and --target or if it "
            + "holds the words; links come from standard input if absent or '-', and need not be given with --method "
            + "or --model",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _gold = OptionFactory.Path("--gold", "Compare the links with those of FILE");
    private readonly Option<bool> _why = new("--why")
    {
        Description = "Show how probable each expert of the method finds each link, beside the decision",
    };

    private readonly SideOptions _sides;
    private readonly FormatBundle _format;
    private readonly FormatBundle _goldFormat;
    private readonly MethodFamilies _methods;
    private readonly RunBundle _run;

    /// <summary>Adds the argument and the options to <paramref name="command"/>.</summary>
    public ViewedInput(ToolCommand command)
    {
        command.Add(_files);
        _sides = new SideOptions(command);
        command.Add(Headings.Input, _gold);
        _format = new FormatBundle(command, "the links");
        _goldFormat = new FormatBundle(command, "the gold", "--gold-format", "--gold-");
        _methods = new MethodFamilies(command);
        command.Add(Headings.Output, _why);
        _run = new RunBundle(command);
        command.AddCheck(result => Explains(result) && !HasMethod(result)
            ? $"{_why.Name} needs --method or --model: links of files have no experts"
            : null);
    }

    /// <summary>Whether what the experts say is asked for.</summary>
    public bool Explains(CommandResult result) => result.GetValue(_why);

    /// <summary>Whether there is gold.</summary>
    public bool HasGold(CommandResult result) => result.GetValue(_gold) is not null;

    /// <summary>Whether a method gives links.</summary>
    public bool HasMethod(CommandResult result) => _methods.Given(result) is not null;

    /// <summary>Threads and seed.</summary>
    public RunSettings Settings(ParseResult parsed, CommandContext context) => _run.Settings(parsed, context);

    /// <summary>
    /// Reads the pairs with their links. The output is opened before the work begins and committed at its end.
    /// </summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="context">Messages and cancellation.</param>
    /// <param name="settings">Threads and seed.</param>
    /// <param name="open">Opens the output.</param>
    /// <param name="write">Reads the pairs as far as it needs them and writes what becomes of them.</param>
    /// <exception cref="UsageException">Options contradict each other.</exception>
    /// <exception cref="DataException">The links do not fit the text.</exception>
    public void Read(
        ParseResult parsed,
        CommandContext context,
        RunSettings settings,
        Func<TextOutput> open,
        Action<ViewedText, TextOutput> write)
    {
        _methods.RequireUnits(parsed);
        string[] files = parsed.GetValue(_files) ?? [];
        if (HasMethod(parsed.CommandResult))
        {
            Align(parsed, context, settings, files, open, write);
            return;
        }

        using TextOutput output = open();
        write(
            OpenAlone(parsed, files, context.Cancellation) is { } alone
                ? Compare(parsed, context, [alone.Name], Alone(alone), [])
                : ReadLinks(parsed, context, files),
            output);
        output.Commit();
    }

    private void Align(
        ParseResult parsed,
        CommandContext context,
        RunSettings settings,
        string[] files,
        Func<TextOutput> open,
        Action<ViewedText, TextOutput> write)
    {
        (string? bitext, string[] links) = Split(parsed, files);
        RequireOneStandardInput(parsed, bitext, links);
        bool explains = Explains(parsed.CommandResult);
        string method = _methods.Name(parsed.CommandResult);
        if (explains && !_methods.HasExperts(parsed))
        {
            context.Messages.Note(
                $"{_why.Name}: {method} is one expert, and the probabilities of the links are all that it says");
        }

        Bitext input = new(_sides, bitext);
        _methods.Align(MethodFamilies.ForUse(parsed, context, settings, input, open, (alignments, output) => write(
            Compare(
                parsed,
                context,
                [method],
                new NamedInput<ViewedPair>(bitext ?? "the bitext", alignments.Select((alignment, index) =>
                    new ViewedPair(index + 1L, alignment.Tokens!, [alignment with { Characters = null }])
                    {
                        Characters = alignment.Characters,
                    })),
                links),
            output)) with
        {
            Explains = explains,
            WantsPlaces = true,
        });
    }

    private ViewedText ReadLinks(ParseResult parsed, CommandContext context, string[] files)
    {
        (string? bitext, string[] links) = Split(parsed, files);
        links = links is [] ? [StandardInput] : links;
        RequireOneStandardInput(parsed, bitext, links);
        TokenizedBitext text =
            context.Own(_methods.OpenText(parsed, _sides.Open(parsed, bitext), context.Messages));
        return Compare(
            parsed,
            context,
            [],
            new NamedInput<ViewedPair>(
                text.Name, text.ReadAll().Select(pair =>
                    new ViewedPair(pair.Line, pair.Units, []) { Characters = pair.Characters })),
            links);
    }

    /// <summary>Adds the links of files, and the gold.</summary>
    private ViewedText Compare(
        ParseResult parsed,
        CommandContext context,
        string[] systems,
        NamedInput<ViewedPair> pairs,
        string[] paths)
    {
        List<string> names = [.. systems];
        foreach (string path in paths)
        {
            NamedInput<AnnotatedAlignment> links =
                _format.Open(parsed, path, Beside.Text, context.Cancellation);
            names.Add(links.Name);
            pairs = pairs with
            {
                Items = Join(pairs, links).Select(item =>
                    item.Pair with { Systems = [.. item.Pair.Systems, item.Links] }),
            };
        }

        if (parsed.GetValue(_gold) is { } goldPath)
        {
            NamedInput<AnnotatedAlignment> gold =
                _goldFormat.Open(parsed, goldPath, Beside.Text, context.Cancellation);
            pairs = pairs with
            {
                Items = Join(pairs, gold).Select(item => item.Pair with { Gold = item.Links.ToGold() }),
            };
        }

        string title = _sides.Title(parsed) ?? Path.GetFileName(pairs.Name);
        return new ViewedText(title, names, HasGold(parsed.CommandResult), pairs.Items);
    }

    private static IEnumerable<(ViewedPair Pair, AnnotatedAlignment Links)> Join(
        NamedInput<ViewedPair> pairs, NamedInput<AnnotatedAlignment> links) =>
        LinkedWords.Join(pairs, pair => pair.Words, links, characters: pair => pair.Characters).Select(item =>
        {
            Lockstep.RequireInside(links.Name, item.Pair.Line, item.Links.ToAlignment(), item.Pair.Words);
            return item;
        });

    private static NamedInput<ViewedPair> Alone(NamedInput<AnnotatedAlignment> links) => new(
        links.Name,
        links.Items.Select((alignment, index) =>
        {
            long line = index + 1;
            TokenizedPair words = alignment.Tokens ?? RequireUnlinked(links.Name, line, alignment);
            Lockstep.RequireInside(links.Name, line, alignment.ToAlignment(), words);
            return new ViewedPair(line, words, [alignment]);
        }));

    /// <summary>The words of a pair that the file leaves out.</summary>
    private static TokenizedPair RequireUnlinked(string name, long line, AnnotatedAlignment alignment) =>
        alignment.Links.Count == 0
            ? new TokenizedPair([], [])
            : throw new DataException(name, line, "the words are missing: give the bitext too");

    /// <summary>The links where they hold the words and nothing else is given, else null.</summary>
    private NamedInput<AnnotatedAlignment>? OpenAlone(
        ParseResult parsed, string[] files, CancellationToken cancellation)
    {
        string path = files.ElementAtOrDefault(0) ?? StandardInput;
        if (_sides.AreGiven(parsed)
            || files.Length > 1
            || (path != StandardInput && FileKinds.Of(path) != FileKind.Regular))
        {
            return null;
        }

        LineReader reader = TextInput.Open(path);
        if (_format.HoldsTokens(parsed, PeekLine(reader)))
        {
            return _format.Open(parsed, [reader], Beside.Nothing, cancellation);
        }

        reader.Dispose();
        return null;
    }

    /// <summary>The first line, or null where it is none, as in a TMX file in UTF-16.</summary>
    private static string? PeekLine(LineReader reader)
    {
        try
        {
            return reader.PeekLine();
        }
        catch (DataException)
        {
            return null;
        }
    }

    /// <summary>The bitext, null if it has a file for each side, and the files of links.</summary>
    private (string? Bitext, string[] Links) Split(ParseResult parsed, string[] files) =>
        _sides.AreGiven(parsed) ? (null, files)
        : files is [var bitext, .. var links] ? (bitext, links)
        : (StandardInput, []);

    private void RequireOneStandardInput(ParseResult parsed, string? bitext, string[] links)
    {
        int count = links.Append(bitext).Count(path => path == StandardInput)
            + (_sides.ReadStandardInput(parsed) ? 1 : 0)
            + (parsed.GetValue(_gold) == StandardInput ? 1 : 0);
        if (count > 1)
        {
            throw new UsageException("only one of the bitext, the links and the gold can be standard input");
        }
    }

    /// <summary>The bitext alone, null if it has a file for each side.</summary>
    private sealed class Bitext(SideOptions sides, string? path) : IPairInput
    {
        public BitextReader Open(ParseResult parsed, CommandContext context) => sides.Open(parsed, path);

        public Action<BrokenLineException>? Skipped(ParseResult parsed, CommandContext context) => null;

        public bool ReadsStandardInput(ParseResult parsed) =>
            sides.AreGiven(parsed) ? sides.ReadStandardInput(parsed) : path is null or StandardInput;
    }
}

/// <summary>A text that is looked at.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Systems">The names of the systems.</param>
/// <param name="HasGold">Whether there is gold.</param>
/// <param name="Pairs">The pairs in order, read once.</param>
internal sealed record ViewedText(
    string Title, IReadOnlyList<string> Systems, bool HasGold, IEnumerable<ViewedPair> Pairs);
