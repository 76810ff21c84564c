using Aligner.Finetuning.Objectives.Alignment;
using Aligner.Finetuning.Parameters;
using Aligner.Neural.Models;
using Aligner.Tokenization.Subwords;

namespace Aligner.Cli.Finetuning;

/// <summary>What training starts from.</summary>
/// <param name="Config">The shape of the encoder.</param>
/// <param name="Parameters">Its weights.</param>
/// <param name="Alignment">How words are compared.</param>
/// <param name="TokenizerFolder">Where the files of the tokenizer are.</param>
/// <param name="Tokenizer">The tokenizer.</param>
/// <param name="IsFromScratch">Whether the weights are random.</param>
internal sealed record EncoderStart(
    EncoderConfig Config,
    ParameterSet Parameters,
    AlignmentObjectiveOptions Alignment,
    string TokenizerFolder,
    SubwordTokenizer Tokenizer,
    bool IsFromScratch) : IDisposable
{
    /// <summary>Tells the tokenizer from others.</summary>
    /// <exception cref="Core.DataException">The folder has no tokenizer that a model can take over.</exception>
    public string TokenizerHash => TokenizerFiles.Hash(TokenizerFolder);

    public void Dispose() => Parameters.Dispose();
}
