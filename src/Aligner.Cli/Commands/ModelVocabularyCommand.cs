using System.CommandLine;
using Aligner.Cli.Finetuning;
using Aligner.Cli.Hosting;
using Aligner.Cli.Options;
using Aligner.Core.Files;
using Aligner.Finetuning.Corpora;
using Aligner.Tokenization.Subwords.Training;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner model vocabulary BITEXT… -o DIR</c>: learns the subword pieces of a new encoder.</summary>
internal sealed class ModelVocabularyCommand : ToolCommand
{
    private static readonly UnigramTrainerOptions Defaults = new();

    private readonly Argument<string[]> _bitexts = OptionFactory.Bitexts();

    private readonly Option<string?> _target =
        OptionFactory.Path("--output", "The folder to make, with tokenizer.json in it", "-o");

    private readonly Option<int> _size = OptionFactory.Integer(
        "--size", "Pieces of the vocabulary, special ones included", Defaults.VocabularySize, 10);

    private readonly Option<double?> _coverage = OptionFactory.OptionalNumber(
        "--coverage",
        "Share of the characters of the text that become pieces in any case",
        NumberRange.Between(0, 1),
        absent: "0.9995");

    private readonly Option<double?> _balance = OptionFactory.OptionalNumber(
        "--balance", "Weigh a bitext of n pairs by n to the power X", NumberRange.From(0, 1), absent: "0.5");

    private readonly TokenizerBundle _tokenizer;
    private readonly RunBundle _run;

    public ModelVocabularyCommand()
        : base("vocabulary", "Learn the subword pieces of a new encoder")
    {
        Add(_bitexts);
        Add(Headings.Output, _target);
        Add(Headings.Training, _size, _coverage, _balance);
        _tokenizer = new TokenizerBundle(this, withNormalization: false);
        _run = new RunBundle(this);
        _target.Required = true;
    }

    public override IReadOnlyList<Example> Examples { get; } =
        [new("aligner model vocabulary en-*.txt --size 32000 -o pieces", "for finetune --vocabulary pieces")];

    protected override void Run(ParseResult parsed, CommandContext context)
    {
        string target = parsed.GetRequiredValue(_target)!;
        if (Path.Exists(target))
        {
            throw new IOException($"{target} exists already");
        }

        UnigramTrainerOptions options = Defaults with
        {
            VocabularySize = parsed.GetValue(_size),
            CharacterCoverage = parsed.GetValue(_coverage) ?? Defaults.CharacterCoverage,
            Threads = _run.Settings(parsed, context).Threads,
        };
        AtomicFolder folder = context.Own(AtomicFolder.Create(target, overwrite: false));
        VocabularyTraining.Run(
            parsed.GetRequiredValue(_bitexts),
            _tokenizer.Splitter(parsed),
            options,
            parsed.GetValue(_balance) ?? new SamplerOptions().Balance,
            folder.Path,
            context);
        folder.Commit(new HashSet<string>());
    }
}
