using Aligner.Core.Evaluation;
using Aligner.Core.Text;

namespace Aligner.Cli.Reports;

/// <summary>Writes down what an evaluation found.</summary>
internal interface IReportWriter
{
    /// <param name="report">What was found.</param>
    /// <param name="signature">What the numbers depend on.</param>
    /// <param name="detail">What to print besides the scores.</param>
    /// <param name="output">Where to.</param>
    void Write(EvaluationReport report, EvaluationSignature signature, ReportDetail detail, TextOutput output);
}
