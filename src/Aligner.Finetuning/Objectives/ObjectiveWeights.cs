namespace Aligner.Finetuning.Objectives;

/// <summary>What the losses of the objectives are multiplied by; 0 leaves one out.</summary>
public sealed record ObjectiveWeights
{
    /// <summary>Links that a person or another aligner gives (Garg et al. 2019); default 1.</summary>
    public float Links { get; init; } = 1;

    /// <summary>Links that the encoder itself gives now: SO of Dou and Neubig (2021), section 2.2.2.</summary>
    public float SelfTraining { get; init; }

    /// <summary>Agreement of both directions: CO of Dou and Neubig (2021), section 2.2.2.</summary>
    public float Consistency { get; init; }

    /// <summary>Masked pieces of each sentence by itself: MLM of Devlin et al. (2019), section 3.1.</summary>
    public float MaskedLanguage { get; init; }

    /// <summary>Masked pieces of both sentences read together: TLM of Conneau and Lample (2019), section 3.3.</summary>
    public float TranslationLanguage { get; init; }

    /// <summary>Whether two sentences are translations: PSI of Dou and Neubig (2021), section 2.2.2.</summary>
    public float ParallelSentences { get; init; }

    /// <summary>Whether words of both sides are compared.</summary>
    public bool UseWords => Links > 0 || SelfTraining > 0 || Consistency > 0;

    /// <exception cref="ArgumentException">A weight is negative or no number, or all are 0.</exception>
    public void Validate()
    {
        float[] all = [Links, SelfTraining, Consistency, MaskedLanguage, TranslationLanguage, ParallelSentences];
        if (!all.All(weight => weight >= 0 && float.IsFinite(weight)) || all.All(weight => weight == 0))
        {
            throw new ArgumentException("objectives have weights of 0 or more, and one of them more than 0");
        }
    }
}
