using System.CommandLine;
using Aligner.Cli.Finetuning;
using Aligner.Cli.Hosting;
using Aligner.Cli.Options;
using Aligner.Core;
using Aligner.Core.Files;
using Aligner.Finetuning.Corpora;
using Aligner.Tokenization.Subwords;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner model pack BITEXT… -o DIR</c>: what an encoder would learn from, for another trainer.</summary>
internal sealed class ModelPackCommand : ToolCommand
{
    private readonly Argument<string[]> _bitexts = OptionFactory.Bitexts();
    private readonly LinkedTextBundle _linked;

    private readonly Option<string?> _vocabulary =
        OptionFactory.Path("--vocabulary", "A folder with the tokenizer of the encoder");

    private readonly Option<string?> _target = OptionFactory.Path("--output", "The folder to make", "-o");

    private readonly Option<int> _pairs =
        OptionFactory.Integer("--pairs", "Sentence pairs to draw", new PackingOptions().Draws, 1);

    private readonly Option<int> _part =
        OptionFactory.Integer("--part", "Sentence pairs of a file", new PackingOptions().PairsPerPart, 1);

    private readonly Option<double?> _balance = OptionFactory.OptionalNumber(
        "--balance",
        "Draw from a bitext of n pairs as often as n to the power X says",
        NumberRange.From(0, 1),
        absent: "0.5");

    private readonly TokenizerBundle _tokenizer;
    private readonly RunBundle _run;

    public ModelPackCommand()
        : base("pack", "Write what an encoder would learn from as arrays of NumPy, to train it elsewhere")
    {
        Add(_bitexts);
        _linked = new LinkedTextBundle(this, _bitexts);
        Add(Headings.Input, _vocabulary);
        Add(Headings.Output, _target, _pairs, _part);
        Add(Headings.Training, _balance);
        _tokenizer = new TokenizerBundle(this, withNormalization: false);
        _run = new RunBundle(this);
        _vocabulary.Required = true;
        _target.Required = true;
    }

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aligner model pack en-*.txt --links en-*.links --vocabulary pieces -o packed", "for a graphics card"),
    ];

    protected override void Run(ParseResult parsed, CommandContext context)
    {
        string target = parsed.GetRequiredValue(_target)!;
        if (Path.Exists(target))
        {
            throw new IOException($"{target} exists already");
        }

        AtomicFolder folder = context.Own(AtomicFolder.Create(target, overwrite: false));
        FinetuneFiles.RequireReadable(_linked.Inputs(parsed));
        RunSettings run = _run.Settings(parsed, context);
        TaughtText taught = new(context, run, _tokenizer.TextOptions(parsed));
        SubwordTokenizer tokenizer = SubwordTokenizer.Load(parsed.GetRequiredValue(_vocabulary)!);
        TrainingCorpus corpus =
            _linked.Read(parsed, new TrainingCorpus(tokenizer, LinkedTextBundle.MaxPieces), taught, run);
        if (corpus.Count == 0)
        {
            throw new DataException("there is no pair to learn from");
        }

        int written = PackedCorpus.Write(
            corpus,
            new PackingOptions
            {
                Draws = parsed.GetValue(_pairs),
                PairsPerPart = parsed.GetValue(_part),
                Sampler = new SamplerOptions
                {
                    Balance = parsed.GetValue(_balance) ?? new SamplerOptions().Balance,
                    Seed = run.Seed,
                },
            },
            folder.Path,
            context.Cancellation);
        folder.Commit(new HashSet<string>());
        context.Messages.Detail($"{written} pairs of {corpus.Count}");
    }
}
