namespace Aligner.Statistical.Tests.Bayesian;

public sealed class WordClassesTests
{
    [Fact]
    public void Words_share_the_class_of_their_stems_by_their_tokens()
    {
        TinyText text = new(stemLength: 3, "house dog ||| haus hund", "houses house ||| hauses", "dog ||| hunde");

        text.Source.Count.ShouldBe(2);
        new[] { "house", "dog", "houses" }.Select(word => text.Source.Of(text.Corpus.SourceVocabulary.Find(word)))
            .ShouldBe([0, 1, 0]);
        new[] { 0, 1, 2 }.Select(text.Source.ShareOf).ShouldBe([2 / 3f, 1f, 1 / 3f]);
        text.Target.Count.ShouldBe(2);
        new[] { 0, 1, 2, 3 }.Select(text.Target.ShareOf).ShouldBe([0.5f, 0.5f, 0.5f, 0.5f]);
    }
}
