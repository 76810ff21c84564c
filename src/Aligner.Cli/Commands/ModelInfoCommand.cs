using System.CommandLine;
using System.Globalization;
using Aligner.Cli.Hosting;
using Aligner.Core.Text;
using Aligner.Neural.Models;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner model info DIR</c>: what a model folder holds, every file checked by its hash.</summary>
internal sealed class ModelInfoCommand : ToolCommand
{
    private readonly Argument<string> _folder = new("DIR") { Description = "A model folder" };

    public ModelInfoCommand()
        : base("info", "Describe a model folder and check its files")
    {
        Add(_folder);
    }

    public override IReadOnlyList<Example> Examples { get; } =
        [new("aligner model info mbert", "layers, sizes, tokenizer; an error if a file was changed")];

    protected override void Run(ParseResult parsed, CommandContext context)
    {
        ModelFolder model = ModelFolder.Open(parsed.GetRequiredValue(_folder));
        model.Verify();
        using TextOutput output = context.OpenStandardOutput();
        foreach ((string name, string value) in Describe(model.Manifest))
        {
            output.WriteLine($"{name,-14} {value}");
        }

        output.Commit();
    }

    private static IEnumerable<(string Name, string Value)> Describe(ModelManifest manifest)
    {
        EncoderConfig encoder = manifest.Encoder;
        yield return ("family", ModelManifest.Word(encoder.Family));
        yield return ("precision", manifest.Precision);
        yield return ("layers", Number(encoder.Layers));
        yield return ("hidden states", string.Join(' ', manifest.HiddenStates.Keys.Order()));
        yield return ("default layer", Number(manifest.DefaultLayer));
        yield return ("hidden size", Number(encoder.HiddenSize));
        if (encoder.EmbeddingSize is int width)
        {
            yield return ("embeddings", Number(width));
        }

        yield return ("heads", Number(encoder.Heads));
        yield return ("head size", Number(encoder.WidthOfHead));
        yield return ("neurons", Number(encoder.IntermediateSize));
        if (encoder.AdapterSize > 0)
        {
            yield return ("adapters", Number(encoder.AdapterSize));
        }

        yield return ("vocabulary", Number(encoder.VocabularySize));
        yield return ("max length", Number(encoder.MaxLength));
        yield return ("head", encoder.Head == HeadKind.None
            ? "none"
            : $"{ModelManifest.Word(encoder.Head)}, {Number(encoder.Labels)} labels");
        if (manifest.Links is { } links)
        {
            string distortion = links.Distortion == 0
                ? ""
                : FormattableString.Invariant($", distortion {links.Distortion}");
            yield return ("links", $"{links.Extract} of {ModelManifest.Word(links.Level)}s{distortion}");
        }

        yield return ("tokenizer", manifest.Tokenizer);
        if (manifest.Lexicon is { } lexicon)
        {
            yield return ("lexicon", lexicon);
        }

        yield return ("size", FormattableString.Invariant($"{manifest.Files.Values.Sum(file => file.Bytes)} bytes"));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
