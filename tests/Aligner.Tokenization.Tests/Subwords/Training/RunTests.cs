using Aligner.Tokenization.Subwords.Training;

namespace Aligner.Tokenization.Tests.Subwords.Training;

public class RunTests
{
    [Theory]
    [InlineData("▁Hello", "▁Hello")]
    [InlineData("▁(Hello),", "▁(|Hello|),")]
    [InlineData("▁l'été", "▁l|'|été")]
    [InlineData("▁e\u0301te\u0301", "▁e\u0301te\u0301")] // combining marks go with their letters
    [InlineData("▁3.14km", "▁3|.|14|km")]
    [InlineData("Python의", "Python|의")]
    [InlineData("東京タワーへ行く。", "東京タワーへ行く|。")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")] // a joiner within a Persian word
    [InlineData("𐐀𐐁1", "𐐀𐐁|1")]
    [InlineData("▁", "▁")]
    public void Words_are_split_where_the_kind_of_characters_changes(string word, string expected)
    {
        List<string> runs = [];
        for (ReadOnlySpan<char> rest = word; !rest.IsEmpty; rest = rest[runs[^1].Length..])
        {
            runs.Add(rest[..CharacterRuns.FirstLength(rest)].ToString());
        }

        string.Join('|', runs).ShouldBe(expected);
    }

    [Theory]
    [InlineData(1, "abcx", "a abxb abxc b c x")]
    [InlineData(0.9, "abc", "a ab b ab c b c")] // 10 a, 10 b and 7 c are 27 of 30
    [InlineData(0.6, "ab", "a ab b ab b")]
    public void Characters_are_kept_up_to_the_coverage_and_runs_cut_at_the_others(
        double coverage, string characters, string runs)
    {
        RunText text = RunText.Build(
            new Dictionary<string, double> { ["abxc"] = 1, ["c"] = 6, ["abxb"] = 1, ["b"] = 7, ["a"] = 8, ["x"] = 1 },
            coverage);

        string.Concat(text.Characters.Select(character => character.Text)).ShouldBe(characters);
        Enumerable.Range(0, text.Count).Select(run => text[run].ToString()).ShouldBe(runs.Split(' '));
    }
}
