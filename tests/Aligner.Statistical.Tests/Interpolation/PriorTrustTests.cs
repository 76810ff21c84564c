using System.Globalization;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Statistical.Interpolation;
using Aligner.Statistical.Training;
using Aligner.Tokenization.Words;

namespace Aligner.Statistical.Tests.Interpolation;

public class PriorTrustTests
{
    private const int Types = 120;

    [Fact]
    public void Links_of_one_who_knows_the_words_are_trusted_and_those_of_one_who_guesses_are_not()
    {
        string[] text = Bitexts.Synthetic(60, Types, 8);
        double known = Odds(text, (source, target) => source[1..] == target[1..]);
        double guessed = Odds(text, (source, target) => (Number(source) + (7 * Number(target))) % 4 == 0);
        known.ShouldBeGreaterThan(1);
        guessed.ShouldBeLessThan(0.3);
    }

    [Fact]
    public void The_more_text_the_less_is_left_for_others_to_tell()
    {
        double[] odds = [.. new[] { 40, 2000 }.Select(pairs => Odds(
            Bitexts.Synthetic(pairs, Types, 8), (source, target) => source[1..] == target[1..]))];
        odds[1].ShouldBeLessThan(odds[0]);
    }

    [Fact]
    public void What_cannot_be_measured_is_trusted_as_most_encoders_deserve()
    {
        Odds([], (_, _) => false).ShouldBe(2);
        Odds(["a b ||| c d"], (_, _) => true).ShouldBe(2);
    }

    [Fact]
    public void Threads_never_change_the_odds() => Odds(Bitexts.Synthetic(200, Types, 100), (_, _) => true, threads: 1)
        .ShouldBe(Odds(Bitexts.Synthetic(200, Types, 100), (_, _) => true, threads: 3));

    private static int Number(string word) => int.Parse(word[1..], CultureInfo.InvariantCulture);

    private static double Odds(string[] text, Func<string, string, bool> linked, int threads = 2)
    {
        LinkedPair[] pairs = [.. text.Select(line =>
        {
            TokenizedPair tokens = Bitexts.Tokens(line);
            return new LinkedPair(
                tokens,
                [.. from i in Enumerable.Range(0, tokens.Source.Count)
                    from j in Enumerable.Range(0, tokens.Target.Count)
                    where linked(tokens.Source[i], tokens.Target[j])
                    select new ScoredLink(new Link(i, j), 1)]);
        })];
        return PriorTrust.Odds(pairs, new TextOptions(), 200, new TrainingContext { Threads = threads });
    }
}
