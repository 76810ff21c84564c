using System.CommandLine;
using System.CommandLine.Parsing;
using Aligner.Cli.Hosting;
using Aligner.Core.Corpora;
using Aligner.Tokenization.Normalization;
using Aligner.Tokenization.Words;

namespace Aligner.Cli.Options;

/// <summary>
/// <c>--tokenizer NAME</c>, <c>--source-tokenizer</c>, <c>--target-tokenizer</c>, and for commands that look words up
/// <c>--lowercase --unicode-form NAME --stem N</c>.
/// </summary>
internal sealed class TokenizerBundle
{
    private static readonly string[] Names = [.. Tokenizers.All.Select(entry => entry.Name)];

    private static readonly Dictionary<string, UnicodeForm> Forms = new()
    {
        ["none"] = UnicodeForm.None,
        ["nfc"] = UnicodeForm.Nfc,
        ["nfkc"] = UnicodeForm.Nfkc,
    };

    private readonly string _default;
    private readonly Option<string?> _both;
    private readonly Option<string?> _source;
    private readonly Option<string?> _target;

    private readonly Option<bool> _lowercase = new("--lowercase") { Description = "Lower-case the words" };

    private readonly Option<string> _form =
        OptionFactory.Choice("--unicode-form", "Bring words to a Unicode normalization form", "none", Forms.Keys);

    private readonly Option<int> _stem =
        OptionFactory.Integer("--stem", "Keep the first N letters of each word; 0 keeps all", 0, 0);

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    /// <param name="command">The command.</param>
    /// <param name="withNormalization">Whether the command normalizes words too.</param>
    /// <param name="withSubwords">Whether a path, of a subword tokenizer, does for a name.</param>
    /// <param name="detects">Whether, by default, the first lines decide.</param>
    public TokenizerBundle(
        ToolCommand command, bool withNormalization, bool withSubwords = false, bool detects = false)
    {
        _default = detects ? Tokenizers.Auto : "none";
        string[] names = detects ? [.. Names, Tokenizers.Auto] : Names;
        Func<string, string, IEnumerable<string>, string, Option<string?>> create =
            withSubwords ? OptionFactory.OptionalChoiceOrPath : OptionalWordTokenizer;
        _both = create("--tokenizer", "How lines are split into tokens", names, _default);
        _source = create("--source-tokenizer", "The same for the source side only", names, "that of --tokenizer");
        _target = create("--target-tokenizer", "The same for the target side only", names, "that of --tokenizer");
        command.Add(Headings.Words, _both, _source, _target);
        if (withNormalization)
        {
            command.Add(Headings.Words, _lowercase, _form, _stem);
        }
    }

    /// <summary>All options of the bundle.</summary>
    public IEnumerable<Option> Options => [_both, _source, _target, _lowercase, _form, _stem];

    /// <summary>What the command line asks for.</summary>
    public TextOptions TextOptions(ParseResult parsed) => new()
    {
        SourceTokenizer = parsed.GetValue(_source) ?? parsed.GetValue(_both) ?? _default,
        TargetTokenizer = parsed.GetValue(_target) ?? parsed.GetValue(_both) ?? _default,
        Normalization = parsed.GetResult(_form) is null ? new NormalizationOptions() : new NormalizationOptions
        {
            Lowercase = parsed.GetValue(_lowercase),
            Form = Forms[parsed.GetRequiredValue(_form)],
            StemLength = parsed.GetValue(_stem),
        },
    };

    /// <summary>A function that splits pairs as the command line asks for.</summary>
    public Func<SentencePair, TokenizedPair> Splitter(ParseResult parsed) =>
        new PairSplitter(TextOptions(parsed)).Split;

    private static Option<string?> OptionalWordTokenizer(
        string name, string description, IEnumerable<string> choices, string absent)
    {
        Option<string?> option = OptionFactory.OptionalChoice(name, description, choices, absent);
        option.Validators.Insert(0, result =>
        {
            foreach (Token token in result.Tokens.Where(token => IsSubwordTokenizer(token.Value)))
            {
                result.AddError($"{name}: '{token.Value}' makes subwords; only 'aligner tokenize' takes such a path");
            }
        });
        return option;
    }

    private static bool IsSubwordTokenizer(string value) =>
        value != Tokenizers.Auto && !Names.Contains(value) && Path.Exists(value);
}
