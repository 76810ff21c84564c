using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Tokenization.Copies;

namespace Aligner.Tokenization.Tests.Copies;

public class VerbatimCopiesTests
{
    [Theory]
    [InlineData(
        "Press <b> F1 </b> or <i> F2 </i> now .",
        "Drücken Sie jetzt <i> F2 </i> oder <b> F1 </b> .",
        "1-7 2-8 3-9 5-3 6-4 7-5")]
    [InlineData("See [1] and [2] for details .", "Einzelheiten siehe [2] und [1] .", "1-4 3-2")]
    [InlineData("%1$s sent %2$s a file .", "%2$s hat von %1$s eine Datei bekommen .", "0-3 2-0")]
    [InlineData("Mail a@x.org or b@y.org .", "Schreiben Sie b@y.org oder a@x.org .", "1-4 3-2")]
    [InlineData("Room 101 , Room 102 , Room 103", "Zimmer 103 , Zimmer 102 , Zimmer 101", "1-7 4-4 7-1")]
    [InlineData("Copy {{name}} to ${dir} .", "Nach ${dir} {{name}} kopieren .", "1-2 3-1")]
    [InlineData("Call foo() before __init__ .", "Vor __init__ foo() aufrufen .", "1-2 3-1")]
    [InlineData("Version 2.0.1 of 2024-01-31 .", "Vom 2024-01-31 ist 2.0.1 .", "1-3 3-1")]
    public void A_string_that_comes_once_on_each_side_is_linked(string source, string target, string links) =>
        Find(source, target).ShouldBe(links);

    [Theory]
    [InlineData("1 plus 1 is 2", "1 und 1 macht 2", "0-0 2-2 4-4")] // in order
    [InlineData("5 of A1 , 5 of B2", "B2 hat 5 , A1 hat 5", "0-2 2-4 4-6 6-0")] // in order: nothing is beside them
    [InlineData("5 A1 , 5 B2", "5 B2 , 5 A1", "0-3 1-4 3-0 4-1")] // beside a certain link
    public void A_string_that_comes_as_often_is_linked_beside_others_or_in_order(
        string source, string target, string links) => Find(source, target).ShouldBe(links);

    /// <summary>Both b elements trade places, with all that they enclose.</summary>
    [Fact]
    public void Tags_are_linked_around_the_same_content() => Find(
        "<b> the key F1 now </b> or <b> the key F2 now </b>",
        "<b> nun Taste F2 </b> oder <b> nun Taste F1 </b>").ShouldBe("0-6 3-9 5-10 7-0 10-3 12-4");

    [Theory]
    [InlineData("1 and 1", "1")] // not as often
    [InlineData("the house", "the house")] // words
    [InlineData("", "1")]
    public void Nothing_else_is_certain(string source, string target) => Find(source, target).ShouldBeEmpty();

    [Fact]
    public void No_word_has_two_links()
    {
        string[] tokens = ["<b>", "</b>", "1", "2", "x", "{0}"];
        Random random = new(1);
        for (int k = 0; k < 2000; k++)
        {
            TokenizedPair pair = new(Draw(), Draw());
            IReadOnlyList<Link> links = VerbatimCopies.Find(pair);
            links.Select(link => link.Source).ShouldBeUnique();
            links.Select(link => link.Target).ShouldBeUnique();
            links.ShouldAllBe(link => pair.Source[link.Source] == pair.Target[link.Target]);
        }

        string[] Draw() => random.GetItems(tokens, random.Next(12));
    }

    private static string Find(string source, string target) =>
        string.Join(' ', VerbatimCopies.Find(new TokenizedPair(
            source.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            target.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
}
