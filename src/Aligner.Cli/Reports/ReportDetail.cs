namespace Aligner.Cli.Reports;

/// <summary>What a report holds besides the scores of each hypothesis.</summary>
/// <param name="Sentences">Whether it scores each sentence pair.</param>
/// <param name="Breakdowns">Whether it scores types of links and distances from the diagonal.</param>
internal readonly record struct ReportDetail(bool Sentences, bool Breakdowns);
