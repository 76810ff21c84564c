using System.CommandLine;
using Aligner.Cli.Hosting;
using Aligner.Cli.Inputs;
using Aligner.Cli.Options;
using Aligner.Core;
using Aligner.Core.Alignments;
using Aligner.Core.Formats;
using Aligner.Core.Symmetrization;
using Aligner.Core.Text;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner symmetrize FORWARD REVERSE</c>: one alignment out of those of the two directions.</summary>
internal sealed class SymmetrizeCommand : ToolCommand
{
    private readonly Argument<string> _forward =
        new("FORWARD") { Description = "Links of the source-to-target aligner" };

    private readonly Argument<string> _reverse =
        new("REVERSE") { Description = "Links of the target-to-source aligner, source first" };

    private readonly Option<string> _heuristic = OptionFactory.Choice(
        "--heuristic", "How to merge", "grow-diag-final-and", Symmetrizers.All.Select(entry => entry.Name));

    private readonly Option<string> _compat = OptionFactory.Choice(
        "--compat", "Whose definition of the grow heuristics to follow", "moses", GrowDefinitions.ByName.Keys);

    private readonly Option<bool> _reverseSwapped =
        new("--reverse-swapped") { Description = "REVERSE has the target first" };

    private readonly ErrorBundle _errors;
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
        _result = new FormatBundle(this, "the output", "--to", "--to-");
        _output = new OutputBundle(this);
    }

    public override IReadOnlyList<string> Essentials { get; } =
        ["--heuristic", "--compat", "--reverse-swapped", "--on-error", "--from", "--to", "--output", "--overwrite"];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aligner symmetrize --heuristic grow-diag-final-and forward.txt reverse.txt -o links.txt",
            "merge two Pharaoh files"),
        new("aligner symmetrize --from giza src-tgt.A3.final tgt-src.A3.final --reverse-swapped",
            "merge the Viterbi files of GIZA++"),
    ];

    protected override void Run(ParseResult parsed, CommandContext context)
    {
        ISymmetrizer symmetrizer = Symmetrizers.Get(
            parsed.GetRequiredValue(_heuristic), GrowDefinitions.ByName[parsed.GetRequiredValue(_compat)]);
        bool swapReverse = parsed.GetValue(_reverseSwapped);
        Action<BrokenLineException>? skipped = _errors.Skipped(parsed, context);
        long known = 0;
        NamedInput<AnnotatedAlignment> forwards =
            _input.Open(parsed, parsed.GetRequiredValue(_forward), context.Cancellation, skipped);
        NamedInput<AnnotatedAlignment> reverses =
            _input.Open(parsed, parsed.GetRequiredValue(_reverse), context.Cancellation, skipped);
        using TextOutput output = _output.Open(parsed, context);
        ProgressDisplay.Run(
            context.Messages,
            progress => _result.Write(
                parsed,
                Lockstep.Read(forwards, reverses).Select((pair, index) =>
                {
                    progress.Report(new ProgressStep("combining links of pairs", index + 1));

                    // A pair of which a line was skipped stays without links, whatever the heuristic.
                    bool isSkipped = context.Skipped.Count > known;
                    known = context.Skipped.Count;
                    return isSkipped
                        ? AnnotatedAlignment.Empty with { Tokens = pair.First.Tokens }
                        : Combine(symmetrizer, pair.First, swapReverse ? pair.Second.Swap() : pair.Second);
                }),
                output),
            isVisible: !_output.IsTerminal(parsed));
        output.Commit();
    }

    private static AnnotatedAlignment Combine(
        ISymmetrizer symmetrizer, AnnotatedAlignment first, AnnotatedAlignment second)
    {
        Alignment forward = first.ToAlignment();
        Alignment reverse = second.ToAlignment();
        (int sourceLength, int targetLength) = Lengths(first, forward, reverse);
        Alignment combined = symmetrizer.Combine(forward, reverse, sourceLength, targetLength);
        return AnnotatedAlignment.From(combined) with { Tokens = first.Tokens };
    }

    /// <summary>The lengths of the pair where the format gives its tokens, else those that the links reach.</summary>
    private static (int Source, int Target) Lengths(AnnotatedAlignment first, Alignment forward, Alignment reverse)
    {
        Alignment union = forward.Union(reverse);
        return first.Tokens is { } tokens
            ? (tokens.Source.Count, tokens.Target.Count)
            : (union.Select(link => link.Source).DefaultIfEmpty(-1).Max() + 1,
                union.Select(link => link.Target).DefaultIfEmpty(-1).Max() + 1);
    }
}
