using Aligner.Finetuning.Objectives.Alignment;
using Aligner.Finetuning.Objectives.MaskedLanguage;
using Aligner.Finetuning.Objectives.ParallelSentences;
using Aligner.Neural.Models;

namespace Aligner.Finetuning.Objectives;

/// <summary>The objectives that have weights.</summary>
internal static class EncoderObjectives
{
    /// <param name="config">The shape of the encoder.</param>
    /// <param name="alignment">How words are compared.</param>
    /// <param name="weights">What is learned.</param>
    /// <param name="maskId">The id of the mask, needed for masked pieces.</param>
    /// <returns>Each objective with what its loss is multiplied by.</returns>
    /// <exception cref="ArgumentException">Weights make no sense, or there is no mask though one is needed.</exception>
    public static IReadOnlyList<(IObjective Objective, float Weight)> Create(
        EncoderConfig config, AlignmentObjectiveOptions alignment, ObjectiveWeights weights, int? maskId)
    {
        weights.Validate();
        (IObjective? Objective, float Weight)[] all =
        [
            (weights.UseWords ? new AlignmentObjective(config, alignment, weights) : null, 1),
            (Masked(weights.MaskedLanguage, readsPairs: false), weights.MaskedLanguage),
            (Masked(weights.TranslationLanguage, readsPairs: true), weights.TranslationLanguage),
            (weights.ParallelSentences > 0 ? new ParallelSentenceObjective(config) : null, weights.ParallelSentences),
        ];
        return [.. all.Where(item => item.Objective is not null).Select(item => (item.Objective!, item.Weight))];

        MaskedLanguageObjective? Masked(float weight, bool readsPairs) => weight == 0
            ? null
            : new MaskedLanguageObjective(config, new MaskedLanguageOptions
            {
                MaskId = maskId ?? throw new ArgumentException("the tokenizer has no mask, so no piece can be hidden"),
                ReadsPairs = readsPairs,
            });
    }
}
