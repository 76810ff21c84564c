using System.Text;
using Aligner.Tokenization.Words;
using FsCheck;
using FsCheck.Fluent;

namespace Aligner.Tokenization.Tests.Words;

/// <summary>What holds for every tokenizer.</summary>
public class TokenizerContractTests
{
    public static TheoryData<string> Names => new(Tokenizers.All.Select(entry => entry.Name));

    /// <summary>The ICU library takes strings and gives arrays.</summary>
    public static TheoryData<string> OwnNames =>
        new(Tokenizers.All.Where(entry => entry.Tokenizer is not IcuTokenizer).Select(entry => entry.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Spans_ascend_without_overlap_within_the_text(string name) => Check(name, (text, spans) =>
    {
        int end = 0;
        foreach (TokenSpan span in spans)
        {
            if (span.Start < end || span.Length < 1)
            {
                return false;
            }

            end = span.End;
        }

        return end <= text.Length;
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_scalar_is_in_a_token_unless_it_is_blank(string name) => Check(name, (text, spans) =>
    {
        StringBuilder outside = new(text);
        foreach (TokenSpan span in spans.AsEnumerable().Reverse())
        {
            outside.Remove(span.Start, span.Length);
        }

        return outside.ToString().All(c => name == "none" ? c is ' ' or '\t' : IsBlank(c));
    });

    [Theory]
    [InlineData("unicode")]
    [InlineData("char")]
    public void No_token_holds_a_blank(string name) => Check(name, (text, spans) =>
        spans.All(span => !text[span.Start..span.End].Any(IsBlank)));

    [Theory]
    [MemberData(nameof(Names))]
    public void No_token_splits_a_surrogate_pair(string name) => Check(name, (text, spans) =>
        spans.All(span => span.Start == 0 || !char.IsSurrogatePair(text, span.Start - 1)));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_token_tokenized_again_stays_whole(string name)
    {
        ITokenizer tokenizer = Tokenizers.Get(name);
        Check(name, (text, _) => tokenizer.Split(text).All(token => tokenizer.Split(token).SequenceEqual([token])));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Spans_are_appended(string name)
    {
        List<TokenSpan> spans = [new TokenSpan(0, 7)];

        Tokenizers.Get(name).Tokenize("a", spans);

        spans.ShouldBe([new TokenSpan(0, 7), new TokenSpan(0, 1)]);
    }

    [Theory]
    [MemberData(nameof(OwnNames))]
    public void Tokenizing_allocates_nothing(string name)
    {
        ITokenizer tokenizer = Tokenizers.Get(name);
        string text = string.Concat(Enumerable.Repeat("Don't pay €3.14, 日本! ", 100));
        List<TokenSpan> spans = new(text.Length);
        tokenizer.Tokenize(text, spans);
        spans.Clear();

        long before = GC.GetAllocatedBytesForCurrentThread();
        tokenizer.Tokenize(text, spans);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c == '\u200B';

    private static void Check(string name, Func<string, List<TokenSpan>, bool> holds) =>
        Prop.ForAll(TokenizerTestText.Any, text =>
        {
            List<TokenSpan> spans = [];
            Tokenizers.Get(name).Tokenize(text, spans);
            return holds(text, spans);
        }).Check(TokenizerTestText.Seeded);
}
