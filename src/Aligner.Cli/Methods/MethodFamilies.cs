using System.CommandLine;
using System.CommandLine.Parsing;
using Aligner.Cli.Hosting;
using Aligner.Cli.Options;
using Aligner.Core.Corpora;
using Aligner.Core.Formats;
using Aligner.Core.Text;
using Aligner.Statistical.Methods;
using Aligner.Tokenization.Units;

namespace Aligner.Cli.Methods;

/// <summary>All methods of <c>align</c>. Adding a family is a class and a line here.</summary>
internal sealed class MethodFamilies
{
    private readonly SharedOptions _shared;
    private readonly IMethodFamily[] _families;

    /// <summary>Adds <c>--method</c> and the options of every family to <paramref name="command"/>.</summary>
    /// <param name="command">The command.</param>
    /// <param name="maxLength">The name of the option for pairs that are too long.</param>
    public MethodFamilies(ToolCommand command, string maxLength = TextBundle.MaxLengthName)
    {
        // The names are known before the families, whose options come after it in the help.
        Option<string> method = OptionFactory.DescribedChoice(
            "--method",
            $"How to align; with --model, the model decides, unless this is {AutoFamily.Name}",
            AutoFamily.Name,
            [.. AutoFamily.All, .. StatisticalFamily.All, .. SimilarityFamily.All, .. CrossEncoderFamily.All]);
        Option<double?> threshold = OptionFactory.OptionalNumber(
            "--threshold",
            "Minimum link probability",
            NumberRange.Between(0, 1),
            absent: "0.5, or that of --extract; with --symmetrize network and fewer than 10,000 training pairs, 0.45");
        Option<string?> model = OptionFactory.Path(
            "--model", "Align with a model that train saved ('-' for standard input), or with a model folder");
        Option<bool> lineBuffered = new("--line-buffered")
        {
            Description = "Print the links of each pair before the next is read; needs --model or an encoder",
        };
        command.Add(Headings.Method, method, model, threshold);
        command.Add(Headings.Output, lineBuffered);
        TextBundle text = new(command, withUnits: true, maxLength);
        _shared = new SharedOptions(method, model, new EncoderBundle(command, model), lineBuffered, threshold, text);
        StatisticalFamily statistical = new(command, _shared);
        _families =
        [
            statistical,
            new AutoFamily(_shared, statistical),
            new SimilarityFamily(command, _shared),
            new CrossEncoderFamily(command, _shared),
        ];
        command.AddCheck(Check);
    }

    /// <summary>Whether links are to be written as spans of characters.</summary>
    public bool CountsCharacters(ParseResult parsed) => _shared.Text.Units.CountsCharacters(parsed);

    /// <summary>Refuses spans of characters, for commands that use links and do not write them.</summary>
    /// <exception cref="UsageException">Links are to be written as spans of characters.</exception>
    public void RequireUnits(ParseResult parsed)
    {
        if (CountsCharacters(parsed))
        {
            throw new UsageException("--units characters is for links that are written, by align and convert");
        }
    }

    /// <summary>A run whose links are used: with their probabilities, and the words that they count.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="context">Messages and cancellation.</param>
    /// <param name="settings">Threads and seed.</param>
    /// <param name="input">Where the pairs come from.</param>
    /// <param name="open">Opens the output, before the work begins.</param>
    /// <param name="use">Reads the links of all pairs and writes what becomes of them.</param>
    public static AlignRun ForUse(
        ParseResult parsed,
        CommandContext context,
        RunSettings settings,
        IPairInput input,
        Func<TextOutput> open,
        Action<IEnumerable<AnnotatedAlignment>, TextOutput> use) => new()
        {
            Parsed = parsed,
            Context = context,
            Settings = settings,
            WantsScores = true,
            WantsTokens = true,
            Characters = CharacterUse.None,
            WritesToTerminal = false,
            ReadsStandardInput = input.ReadsStandardInput(parsed),
            OpenInput = () => input.Open(parsed, context),
            OpenOutput = open,
            Format = use,
        };

    /// <summary>The first option that is given and says how to align; null if none is.</summary>
    public Option? Given(CommandResult result) =>
        new Option[] { _shared.Method, _shared.Model, _shared.Threshold, _shared.LineBuffered }
            .Concat(_families.SelectMany(family => family.Options))
            .FirstOrDefault(option => result.GetResult(option) is { Implicit: false });

    /// <summary>Whether several experts judge the links of the method.</summary>
    public bool HasExperts(ParseResult parsed) => Family(Name(parsed.CommandResult)).HasExperts;

    /// <summary>The name of the method.</summary>
    public string Name(CommandResult result) => Method(result);

    /// <inheritdoc cref="IMethodFamily.Streams" />
    public bool Streams(CommandResult result) => Family(Method(result)).Streams(result);

    /// <summary>Opens a bitext whose links are known, and says what it is taken for.</summary>
    public TokenizedBitext OpenText(ParseResult parsed, BitextReader reader, Messages messages) =>
        _shared.Text.Units.Open(_shared.Text.Tokenizer.TextOptions(parsed), parsed, reader, messages);

    /// <summary>Aligns by the method that the command line names.</summary>
    public void Align(AlignRun run)
    {
        string method = Method(run.Parsed.CommandResult);
        Family(method).Align(run with
        {
            Method = method,
            IsLineBuffered = run.Parsed.GetValue(_shared.LineBuffered),
        });
    }

    private string Method(CommandResult result) =>
        result.GetResult(_shared.Method) is { Implicit: false } ? result.GetValue(_shared.Method)!
        : result.GetValue(_shared.Model) is not { } model ? AutoFamily.Name
        : !Directory.Exists(model) ? StatisticalMethods.Best
        : CrossEncoderFamily.MethodOf(model) ?? SimilarityFamily.Name;

    private string? Check(CommandResult result)
    {
        string method = Method(result);
        IMethodFamily family = Family(method);
        Option? foreign = _families.SelectMany(other => other.Options).Except(family.Options)
            .FirstOrDefault(option => result.GetResult(option) is { Implicit: false });
        return foreign is not null
                ? $"{foreign.Name} cannot be given with --method {method}"
            : result.GetValue(_shared.LineBuffered) && !family.Streams(result)
                ? $"--line-buffered cannot be given with --method {method} as it is here: "
                    + "all pairs are read before the first is done; give --model, or --method sim"
            : family.Check(result);
    }

    private IMethodFamily Family(string method) =>
        _families.First(family => family.Methods.Any(entry => entry.Name == method));
}
