using System.Globalization;

namespace Aligner.Core.Evaluation;

/// <summary>Everything that changes the numbers of an evaluation, in one line to print with them.</summary>
/// <param name="Gold">How the gold was read.</param>
/// <param name="Hypothesis">How the hypotheses were read.</param>
/// <param name="Sentences">Number of sentence pairs.</param>
/// <param name="Options">How the evaluation was done.</param>
/// <param name="Version">Version of the tool.</param>
public sealed record EvaluationSignature(
    InputConvention Gold, InputConvention Hypothesis, int Sentences, EvaluationOptions Options, string Version)
{
    /// <summary>
    /// For example
    /// <c>gold:pharaoh/0|hyp:talp/1|possible:yes|sentences:447|bootstrap:1000|seed:1|version:0.1.0</c>.
    /// </summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"gold:{Gold}|hyp:{Hypothesis}|possible:{(Options.CountPossible ? "yes" : "no")}|sentences:{Sentences}"
        + $"|bootstrap:{Options.Resamples}{(Options.Resamples > 0 ? $"|seed:{Options.Seed}" : "")}|version:{Version}");
}
