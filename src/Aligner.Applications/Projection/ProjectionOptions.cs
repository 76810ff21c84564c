using Aligner.Core;

namespace Aligner.Applications.Projection;

/// <summary>How spans go from source to target.</summary>
public sealed record ProjectionOptions
{
    /// <summary>Which of the linked target words become a span; default the longest run.</summary>
    public ProjectionPolicy Policy { get; init; } = ProjectionPolicy.Longest;

    /// <summary>
    /// Runs with at most this many words between them are one run; default 2, as in <i>rollo especial de la casa</i>
    /// for <i>house special roll</i>. benchmarks/results.md compares others.
    /// </summary>
    public int Gap { get; init; } = 2;

    /// <summary>
    /// A span does not begin with a word that has its counterparts only at second hand: each of them has a link to
    /// another word of the span, of which this one has no more than this share of the probability. So an article that
    /// only the target has stays outside. From 0, which keeps all such words, to 1; default 0.7.
    /// </summary>
    public double WeakStart { get; init; } = 0.7;

    /// <summary>Whether links of punctuation marks count as those of words do; default false.</summary>
    public bool KeepsPunctuation { get; init; }

    /// <summary>A span stays behind if the mean probability of its links is less, from 0 to 1; default 0.</summary>
    public double MinimumProbability { get; init; }

    /// <summary>Checks all values.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Gap);
        OptionChecks.Fraction(WeakStart);
        OptionChecks.Fraction(MinimumProbability);
    }
}
