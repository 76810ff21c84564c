using Aligner.Core;
using Aligner.Statistical.Corpora;

namespace Aligner.Statistical.Tests.Corpora;

public class TokenWriterTests
{
    [Theory]
    [InlineData(TextStorage.Memory)]
    [InlineData(TextStorage.TemporaryFiles)]
    public void Words_come_back_in_order(TextStorage storage)
    {
        ReadOnlyMemory<int> words = Write(storage, [3, 1], [], [int.MaxValue, -1, 0]);

        words.Length.ShouldBe(5);
        words.Span.ToArray().ShouldBe([3, 1, int.MaxValue, -1, 0]);
        words[1..3].ToArray().ShouldBe([1, int.MaxValue]);
    }

    [Theory]
    [InlineData(TextStorage.Memory)]
    [InlineData(TextStorage.TemporaryFiles)]
    public void There_may_be_no_words(TextStorage storage)
    {
        ReadOnlyMemory<int> words = Write(storage, []);

        words.Span.IsEmpty.ShouldBeTrue();
        words[0..0].IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void More_words_than_have_numbers_are_refused()
    {
        using FullWriter writer = new(Array.MaxLength - 2);

        writer.Add([1, 2]);
        Should.Throw<DataException>(() => writer.Add([3])).Message.ShouldContain("2147483591 words on a side");
    }

    private static ReadOnlyMemory<int> Write(TextStorage storage, params int[][] sentences)
    {
        using TokenWriter writer = TokenWriter.Create(storage);
        foreach (int[] sentence in sentences)
        {
            writer.Add(sentence);
        }

        writer.Count.ShouldBe(sentences.Sum(sentence => sentence.Length));
        return writer.Finish();
    }

    private sealed class FullWriter(int count) : TokenWriter
    {
        private int _count = count;

        public override int Count => _count;

        public override ReadOnlyMemory<int> Finish() => throw new NotSupportedException();

        public override void Dispose()
        {
        }

        protected override void Append(ReadOnlySpan<int> words) => _count += words.Length;
    }
}
