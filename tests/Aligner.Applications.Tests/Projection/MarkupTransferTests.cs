using Aligner.Applications.Labels;
using Aligner.Applications.Projection;
using Aligner.Core.Corpora;

namespace Aligner.Applications.Tests.Projection;

public class MarkupTransferTests
{
    [Theory]
    [InlineData("the <b>red</b> car", "le voiture rouge", "0-0 1-2 2-1", "le voiture <b>rouge</b>")]
    [InlineData("a{1} b", "x y", "0-1 1-0", "x y{1}")]
    [InlineData("a {1}b", "x y", "0-1 1-0", "{1}x y")]
    [InlineData("<b>a <i>b</i></b> c", "x y z", "0-0 1-2 2-1", "<b>x y <i>z</i></b>")]
    [InlineData("<b>a</b> <i>b</i>", "x y z", "0-0 0-2 1-1", "<b>x y z</b><i></i>")]
    [InlineData("<b>a</b>{1}", "x", "", "<b></b>x{1}")]
    [InlineData("{1}{2}", "", "", "{1}{2}")]
    public void Codes_follow_their_words_and_stay_nested(string source, string target, string links, string expected)
    {
        (string text, IReadOnlyList<MarkupElement> codes) = MarkupReader.Parse(source);
        AlignedPair pair = AlignedPairs.Of(text, target, links);
        AlignedPair placed = pair with { Characters = new PairCharacters(Places(text), Places(target)) };
        MarkupTransfer.Transfer(placed, text, codes, target).ShouldBe(expected);
    }

    private static CodePointSpan[] Places(string text)
    {
        List<CodePointSpan> places = [];
        int start = 0;
        foreach (string word in text.Split(' '))
        {
            if (word.Length > 0)
            {
                places.Add(new CodePointSpan(start, start + word.Length));
            }

            start += word.Length + 1;
        }

        return [.. places];
    }
}
