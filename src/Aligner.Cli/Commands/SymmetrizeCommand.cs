using System.CommandLine;
using Aligner.Cli.Hosting;
using Aligner.Cli.Inputs;
using Aligner.Cli.Options;
using Aligner.Core;
using Aligner.Core.Evaluation;
using Aligner.Core.Formats;
using Aligner.Core.Symmetrization;
using Aligner.Core.Text;
using Aligner.Tokenization.Units;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner symmetrize FORWARD REVERSE</c>: one alignment out of those of the two directions.</summary>
internal sealed class SymmetrizeCommand : ToolCommand
{
    private readonly Argument<string> _forward =
        new("FORWARD") { Description = "Links of the source-to-target aligner" };

    private readonly Argument<string?> _reverse = new("REVERSE")
    {
        Description = "Links of the target-to-source aligner, source first; absent where FORWARD holds both (bal)",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string> _heuristic = OptionFactory.Choice(
        "--heuristic", "How to merge", "grow-diag-final-and", Symmetrizers.All.Select(entry => entry.Name));

    private readonly Option<string> _compat = OptionFactory.Choice(
        "--compat", "Whose definition of the grow heuristics to follow", "moses", GrowDefinitions.ByName.Keys);

    private readonly Option<bool> _reverseSwapped =
        new("--reverse-swapped") { Description = "REVERSE has the target first" };

    private readonly ErrorBundle _errors;
    private readonly CountedTextBundle _text;
    private readonly FormatBundle _input;
    private readonly FormatBundle _result;
    private readonly OutputBundle _output;

    public SymmetrizeCommand()
        : base("symmetrize", "Combine the links of the two directions")
    {
        Add(_forward);
        Add(_reverse);
        Add(Headings.Decision, _heuristic, _compat);
        Add(Headings.Input, _reverseSwapped);
        _errors = new ErrorBundle(this);
        _input = new FormatBundle(this, "the input", "--from");
        _result = new FormatBundle(this, "the output", "--to", "--to-", isWritten: true);
        _text = new CountedTextBundle(this, "The sentence pairs, for formats that print the words or link by them");
        _output = new OutputBundle(this);
    }

    public override IReadOnlyList<string> Essentials { get; } =
    [
        "--heuristic", "--compat", "--reverse-swapped", "--on-error", "--from", "--to", "--bitext", "--units",
        "--output", "--overwrite",
    ];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aligner symmetrize --heuristic grow-diag-final-and forward.txt reverse.txt -o links.txt",
            "merge two Pharaoh files"),
        new("aligner symmetrize --from giza src-tgt.A3.final tgt-src.A3.final",
            "merge the Viterbi files of GIZA++"),
        new("aligner symmetrize --from bal corpus.bal", "merge what Moses keeps in one file"),
    ];

    protected override void Run(ParseResult parsed, CommandContext context)
    {
        ISymmetrizer symmetrizer = Symmetrizers.Get(
            parsed.GetRequiredValue(_heuristic), GrowDefinitions.ByName[parsed.GetRequiredValue(_compat)]);
        DirectionCheck check = new(parsed.GetRequiredValue(_forward), parsed.GetValue(_reverse) ?? "");
        _text.Check(parsed, _result.Characters(parsed));
        Action<BrokenLineException>? skipped = _errors.Skipped(parsed, context);
        CountedText? text = _text.IsGiven(parsed)
            ? _text.Open(parsed, context.Messages, _result.Characters(parsed), skipped)
            : null;
        Queue<SplitPair> joined = [];
        NamedInput<(AnnotatedAlignment Forward, AnnotatedAlignment Reverse)> pairs =
            Open(parsed, context, skipped, text, joined);
        using TextOutput output = _output.Open(parsed, context);
        ProgressDisplay.Run(
            context.Messages,
            progress => _result.Write(
                parsed,
                pairs.Items.Select((pair, index) =>
                {
                    progress.Report(new ProgressStep("combining links of pairs", index + 1));
                    check.Add(pair.Forward.ToAlignment(), pair.Reverse.ToAlignment());
                    AnnotatedAlignment links = LinkCombiner.Combine(symmetrizer, pair.Forward, pair.Reverse);
                    return text is null ? links : text.Lift(joined.Dequeue(), links);
                }),
                output),
            isVisible: !_output.IsTerminal(parsed));
        output.Commit();
        if (check.Warning is { } warning)
        {
            context.Messages.Warn(warning);
        }
    }

    /// <summary>The links of the two directions; each pair of the text is joined before they are given out.</summary>
    private NamedInput<(AnnotatedAlignment Forward, AnnotatedAlignment Reverse)> Open(
        ParseResult parsed,
        CommandContext context,
        Action<BrokenLineException>? skipped,
        CountedText? text,
        Queue<SplitPair> joined)
    {
        string forward = parsed.GetRequiredValue(_forward);
        string? reverse = parsed.GetValue(_reverse);
        if (_input.OpenDirections(parsed, forward, skipped) is { } both)
        {
            return reverse is null && text is null
                ? both
                : throw new UsageException("the file holds both directions and the words: give it alone");
        }

        if (reverse is null)
        {
            throw new UsageException("REVERSE is missing: this format holds one direction");
        }

        if (_input.NeedsTokensToRead(parsed) && text is null)
        {
            throw new UsageException("links by words need the sentence pairs: give --bitext");
        }

        Beside beside = text is null ? Beside.Nothing : Beside.Text;
        NamedInput<AnnotatedAlignment> forwards =
            _input.Open(parsed, forward, beside, context.Cancellation, skipped);
        if (text is not null)
        {
            forwards = new NamedInput<AnnotatedAlignment>(forwards.Name, text.Join(forwards).Select(item =>
            {
                joined.Enqueue(item.Pair);
                return item.Links;
            }));
        }

        NamedInput<AnnotatedAlignment> reverses =
            _input.Open(parsed, reverse, beside, context.Cancellation, skipped);
        return new NamedInput<(AnnotatedAlignment, AnnotatedAlignment)>(
            forwards.Name,
            new Directions(forwards, reverses, () => context.Skipped.Count)
            {
                Characters = text is null ? null : () => text.CharactersOf(joined.Peek()),
                Skipped = skipped,
            }.Read(
                parsed.GetValue(_reverseSwapped),
                turned: () => context.Messages.Note(
                    $"{reverses.Name} has the target first, as its words or links show")));
    }
}
