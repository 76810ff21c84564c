using System.CommandLine;
using System.CommandLine.Parsing;
using Aligner.Cli.Hosting;
using Aligner.Cli.Inputs;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Core.Formats;
using Aligner.Core.Text;
using Aligner.Statistical.Priors;
using Aligner.Statistical.PriorSources;
using Aligner.Tokenization.Units;

namespace Aligner.Cli.Options;

/// <summary><c>--priors FILE --priors-links FILE --prior-weight X</c>: what is known before training.</summary>
internal sealed class PriorsBundle
{
    private readonly Option<string?> _priors = OptionFactory.Path(
        "--priors",
        "Prior knowledge: a saved model, priors of eflomal, a dictionary (source, tab, target, and optionally "
        + "tab and weight), or a bitext with --priors-links");

    private readonly Option<string?> _links =
        OptionFactory.Path("--priors-links", "Links of the bitext that --priors names, in Pharaoh format");

    private readonly Option<double?> _weight =
        OptionFactory.OptionalNumber(
            "--prior-weight", "What a count of the priors is worth", NumberRange.Between(0, 1e6), absent: "1");

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public PriorsBundle(ToolCommand command)
    {
        command.Add(Headings.Priors, Options);
        command.AddCheck(Check);
    }

    /// <summary>The options of the bundle.</summary>
    public IEnumerable<Option> Options => [_priors, _links, _weight];

    /// <summary>Reads what the command line names.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="open">Opens a bitext as tokens.</param>
    /// <param name="cancellation">Looked at between two pairs.</param>
    public AlignmentPriors Read(
        ParseResult parsed, Func<BitextReader, TokenizedBitext> open, CancellationToken cancellation)
    {
        if (parsed.GetValue(_priors) is not { } path)
        {
            return AlignmentPriors.None;
        }

        AlignmentPriors priors = parsed.GetValue(_links) is { } links
            ? ReadLinkedText(open(BitextReader.Open(path)), links, cancellation)
            : PriorsFile.Read(path);
        return priors.Scale(parsed.GetValue(_weight) ?? 1);
    }

    private static AlignmentPriors ReadLinkedText(
        TokenizedBitext opened, string linkPath, CancellationToken cancellation)
    {
        LinkedTextCounter counter = new();
        using TokenizedBitext bitext = opened;
        using LineReader reader = TextInput.Open(linkPath);
        NamedInput<SplitPair> pairs = new(bitext.Name, bitext.ReadAll());
        NamedInput<AnnotatedAlignment> alignments =
            new(reader.Name, AlignmentFormats.Get("pharaoh").Read(reader, new FormatOptions()));
        foreach ((SplitPair pair, AnnotatedAlignment links) in Lockstep.Read(pairs, alignments))
        {
            cancellation.ThrowIfCancellationRequested();
            Alignment sure = links.ToGold().Sure;
            Lockstep.RequireInside(reader.Name, reader.Line, sure, pair.Units);
            counter.Add(pair.Tokens, UnitLinks.Lower(sure, pair));
        }

        return counter.ToPriors();
    }

    private string? Check(CommandResult result) => result.GetResult(_priors) is null
        && Options.FirstOrDefault(option => result.GetResult(option) is { Implicit: false }) is { } option
            ? $"{option.Name} needs --priors"
            : null;
}
