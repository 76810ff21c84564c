using Aligner.Core.Numerics;
using Aligner.Finetuning.Corpora;
using Aligner.Finetuning.Parameters;
using Aligner.Neural.Graphs;

namespace Aligner.Finetuning.Objectives;

/// <summary>What an encoder learns: a loss over batches of sentence pairs.</summary>
internal interface IObjective
{
    /// <summary>The value of the graph with the loss, one number.</summary>
    string Loss { get; }

    /// <summary>Adds the parameters that it needs, except those of the encoder and those that exist.</summary>
    void AddParameters(ParameterSet parameters, ref SplitMix64 random);

    /// <summary>The graph of the loss.</summary>
    /// <param name="encoder">The encoder, with the hidden states of all layers.</param>
    OnnxGraph Build(OnnxGraph encoder);

    /// <summary>Makes the inputs of the graph that are no parameters.</summary>
    /// <param name="corpus">Where the pairs are.</param>
    /// <param name="pairs">Indices of the pairs, at least one.</param>
    /// <param name="random">Where random choices come from; the same state gives the same batch.</param>
    ObjectiveBatch CreateBatch(TrainingCorpus corpus, int[] pairs, SplitMix64 random);
}
