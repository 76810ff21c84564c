using Aligner.Neural.CrossEncoders;

namespace Aligner.Neural.Tests.CrossEncoders;

public class CrossEncoderRuleTests
{
    [Fact]
    public void A_word_is_as_probable_as_its_best_piece()
    {
        float[] probabilities = [0, 0.9f, 0];
        new BinaryRule().Score([9, 0, -1, 1, 2, 9], 1, [-1, 0, 1, 2, 2, -1], probabilities);
        probabilities.ShouldBe([0.5f, 0.9f, 1 / (1 + MathF.Exp(-2))], 1e-6f);
    }

    [Fact]
    public void Of_two_labels_the_second_is_a_link()
    {
        float[] probabilities = new float[2];
        new BinaryRule().Score([1, 1, 2, 5], 2, [0, 1], probabilities);
        probabilities.ShouldBe([0.5f, 1 / (1 + MathF.Exp(-3))], 1e-6f);
    }

    [Fact]
    public void The_words_of_the_best_span_have_its_probability()
    {
        // Starts ln 1, 1, 6, 2 of 10; ends ln 1, 1, 2, 6 of 10: from piece 2 to piece 3.
        float[] probabilities = new float[3];
        new SpanRule().Score(
            [0, 0, 0, 0, MathF.Log(6), MathF.Log(2), MathF.Log(2), MathF.Log(6)], 2, [-1, 0, 1, 2], probabilities);
        probabilities.ShouldBe([0, 0.36f, 0.36f], 1e-6f);
    }

    [Fact]
    public void An_empty_answer_that_is_more_probable_links_nothing()
    {
        float[] probabilities = new float[2];
        new SpanRule().Score([3, 3, 2, 2, 0, 0], 2, [-1, 0, 1], probabilities);
        probabilities.ShouldBe([0, 0]);
    }

    [Fact]
    public void The_best_span_is_that_of_brute_force()
    {
        Random random = new(5);
        for (int trial = 0; trial < 500; trial++)
        {
            int[] words = [-1, -1, .. Enumerable.Range(0, random.Next(1, 9)), -1];
            float[] logits = [.. Enumerable.Range(0, 2 * words.Length).Select(_ => random.NextSingle() * 6)];
            logits[0] = logits[1] = -20;
            double starts = Sum(0), ends = Sum(1);
            (int From, int To, double Probability) best = (
                from start in Enumerable.Range(2, words.Length - 3)
                from end in Enumerable.Range(start, words.Length - 1 - start)
                orderby Math.Exp(logits[2 * start]) * Math.Exp(logits[(2 * end) + 1]) descending
                select (start, end, Math.Exp(logits[2 * start]) / starts * Math.Exp(logits[(2 * end) + 1]) / ends))
                .First();
            float[] probabilities = new float[words.Length - 3];
            new SpanRule().Score(logits, 2, words, probabilities);
            for (int word = 0; word < probabilities.Length; word++)
            {
                bool isInside = word >= words[best.From] && word <= words[best.To];
                probabilities[word].ShouldBe(isInside ? (float)best.Probability : 0, 1e-5f);
            }

            double Sum(int column) =>
                Enumerable.Range(0, words.Length).Sum(piece => Math.Exp(logits[(2 * piece) + column]));
        }
    }
}
