using System.Globalization;
using Aligner.Core.Evaluation;

namespace Aligner.Core.Tests.Evaluation;

/// <summary>
/// Outputs that lilt/alignment-scripts and neulab/awesome-align publish, with the AER published beside them (last
/// column), and the scores of an independent implementation to their last printed digit.
/// </summary>
public class PublishedScoresTests
{
    [Theory]
    [InlineData("lilt.fastalign.test.enfr.talp", "wpt03-en-fr", "16.4", "80.0", "90.1", 7312, 16.4)]
    [InlineData("lilt.fastalign.test.enfr.reverse.talp", "wpt03-en-fr", "15.9", "81.3", "88.7", 6747, 15.9)]
    [InlineData("lilt.fastalign.test.enfr.grow-diagonal.talp", "wpt03-en-fr", "10.5", "90.8", "87.8", 5374, 10.5)]
    [InlineData("lilt.fastalign.test.enfr.grow-diagonal-final.talp", "wpt03-en-fr", "12.1", "87.7", "88.3", 5817, 12.1)]
    [InlineData("lilt.fastalign.test.enfr.intersection.talp", "wpt03-en-fr", "11.2", "92.4", "84.5", 4899, 11.2)]
    [InlineData("lilt.fastalign.test.enfr.union.talp", "wpt03-en-fr", "19.5", "74.4", "94.4", 9160, 19.5)]
    [InlineData("lilt.fastalign.test.roen.talp", "wpt03-ro-en", "33.8", "71.9", "61.4", 5292, 33.8)]
    [InlineData("lilt.fastalign.test.roen.reverse.talp", "wpt03-ro-en", "35.6", "70.5", "59.3", 5213, 35.6)]
    [InlineData("lilt.fastalign.test.roen.grow-diagonal.talp", "wpt03-ro-en", "32.1", "85.1", "56.5", 4117, 32.1)]
    [InlineData("lilt.fastalign.test.roen.grow-diagonal-final.talp", "wpt03-ro-en", "32.2", "81.4", "58.1", 4422, 32.2)]
    [InlineData("lilt.fastalign.test.roen.intersection.talp", "wpt03-ro-en", "34.3", "87.9", "52.4", 3697, 34.4)]
    [InlineData("lilt.fastalign.test.roen.union.talp", "wpt03-ro-en", "34.9", "62.1", "68.3", 6808, 35.0)]
    [InlineData("lilt.giza.test.enfr.talp", "wpt03-en-fr", "8.0", "91.4", "92.9", 6069, 8.0)]
    [InlineData("lilt.giza.test.enfr.reverse.talp", "wpt03-en-fr", "9.8", "91.6", "88.3", 5672, 9.8)]
    [InlineData("lilt.giza.test.enfr.grow-diagonal.talp", "wpt03-en-fr", "5.9", "97.5", "89.7", 5072, 5.9)]
    [InlineData("lilt.giza.test.enfr.grow-diagonal-final.talp", "wpt03-en-fr", "6.2", "95.5", "91.6", 5489, 6.2)]
    [InlineData("lilt.giza.test.enfr.intersection.talp", "wpt03-en-fr", "7.6", "98.4", "85.6", 4637, 7.6)]
    [InlineData("lilt.giza.test.enfr.union.talp", "wpt03-en-fr", "9.9", "87.1", "95.5", 7104, 9.9)]
    [InlineData("lilt.giza.test.roen.talp", "wpt03-ro-en", "28.7", "82.7", "62.6", 4692, 28.7)]
    [InlineData("lilt.giza.test.roen.reverse.talp", "wpt03-ro-en", "32.2", "79.5", "59.1", 4602, 32.2)]
    [InlineData("lilt.giza.test.roen.grow-diagonal.talp", "wpt03-ro-en", "27.9", "94.0", "58.5", 3855, 27.9)]
    [InlineData("lilt.giza.test.roen.grow-diagonal-final.talp", "wpt03-ro-en", "26.4", "90.9", "61.8", 4213, 26.4)]
    [InlineData("lilt.giza.test.roen.intersection.talp", "wpt03-ro-en", "30.7", "95.7", "54.3", 3516, 30.7)]
    [InlineData("lilt.giza.test.roen.union.talp", "wpt03-ro-en", "30.3", "72.3", "67.4", 5778, 30.3)]
    [InlineData("awesome-align.enfr.out", "wpt03-en-fr", "4.1", "96.3", "95.4", 6038, 4.1)]
    [InlineData("awesome-align.jaen.out", "kftt-ja-en", "37.4", "72.7", "55.0", 10256, 37.4)]
    [InlineData("awesome-align.roen.out", "wpt03-ro-en", "20.7", "88.6", "71.7", 5014, 20.7)]
    [InlineData("awesome-align.zhen.out", "tsinghua-zh-en", "13.3", "86.7", "86.7", 11385, 13.4)]
    public void Published_scores_are_reproduced(
        string file, string gold, string aer, string precision, string recall, int links, double publishedAer)
    {
        SystemReport system = Evaluate(file, gold);
        Score score = system.Score;

        Percent(score.Aer.Value).ShouldBe(aer);
        Percent(score.Precision.Value).ShouldBe(precision);
        Percent(score.Recall.Value).ShouldBe(recall);
        score.Counts.Predicted.ShouldBe(links);
        (100 * score.Aer.Value).ShouldBe(publishedAer, 0.1);
        system.Warnings.ShouldBeEmpty();
    }

    private static SystemReport Evaluate(string file, string gold)
    {
        GoldSet goldSet = Notation.GoldSet(ReadLines($"gold/{gold}-test/gold.txt"));
        Hypothesis hypothesis = Notation.Hypothesis(ReadLines($"peer-outputs/{file}"));
        return Evaluator.Evaluate(goldSet, [hypothesis], new EvaluationOptions { Resamples = 0 }).Systems[0];
    }

    private static string[] ReadLines(string path) => File.ReadAllLines(TestData.File(path));

    private static string Percent(double value) => (100 * value).ToString("0.0", CultureInfo.InvariantCulture);
}
