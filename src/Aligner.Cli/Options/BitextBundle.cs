using System.CommandLine;
using Aligner.Cli.Hosting;
using Aligner.Cli.Inputs;
using Aligner.Core;
using Aligner.Core.Corpora;
using Aligner.Core.Formats;

namespace Aligner.Cli.Options;

/// <summary><c>--bitext FILE</c>, or <c>-s SRC -t TGT</c>, with a tokenizer: the words that links join.</summary>
internal sealed class BitextBundle
{
    private readonly Option<string?> _bitext;
    private readonly SideOptions _sides;
    private readonly TokenizerBundle _tokenizer;

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    /// <param name="command">The command.</param>
    /// <param name="description">What the text is for, for the help.</param>
    public BitextBundle(ToolCommand command, string description)
    {
        _bitext = OptionFactory.Path("--bitext", description);
        command.Add(Headings.Input, _bitext);
        _sides = new SideOptions(command);
        _tokenizer = new TokenizerBundle(command, withNormalization: false);
    }

    /// <summary>Whether the text is given.</summary>
    public bool IsGiven(ParseResult parsed) => parsed.GetValue(_bitext) is not null || _sides.AreGiven(parsed);

    /// <summary>The links with their words where the text is given; links outside of their pairs are refused.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="links">The links.</param>
    /// <param name="skipped">Told of pairs whose links or words do not fit; null if they end the run.</param>
    /// <exception cref="DataException">While iterating: words or links do not fit.</exception>
    public NamedInput<AnnotatedAlignment> Attach(
        ParseResult parsed, NamedInput<AnnotatedAlignment> links, Action<BrokenLineException>? skipped)
    {
        if (!IsGiven(parsed))
        {
            return links;
        }

        BitextReader reader = _sides.Open(parsed, parsed.GetValue(_bitext));
        reader = skipped is null ? reader : new SkippingBitextReader(reader, skipped);
        NamedInput<SentencePair> text = new(reader.Name, Lockstep.Pairs(reader));
        return new NamedInput<AnnotatedAlignment>(
            links.Name,
            LinkedWords.Join(text, _tokenizer.Splitter(parsed), links, skipped).Select(item =>
            {
                Lockstep.RequireInside(links.Name, item.Pair.Line, item.Links.ToAlignment(), item.Links.Tokens!);
                return item.Links;
            }));
    }
}
