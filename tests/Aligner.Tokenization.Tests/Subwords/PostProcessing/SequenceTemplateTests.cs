using Aligner.Core;
using Aligner.Tokenization.Subwords;
using Aligner.Tokenization.Subwords.Loading;
using Aligner.Tokenization.Subwords.PostProcessing;
using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Tests.Subwords.PostProcessing;

public class SequenceTemplateTests
{
    private const int Size = 100;

    private const string Template = """
        {"type": "TemplateProcessing",
         "single": [{"SpecialToken": {"id": "<s>", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}}],
         "pair": [{"Sequence": {"id": "B", "type_id": 2}}, {"SpecialToken": {"id": "<s>", "type_id": 3}},
                  {"Sequence": {"id": "A", "type_id": 1}}],
         "special_tokens": {"<s>": {"id": "<s>", "ids": [7, 8], "tokens": ["<s>", "<t>"]}}}
        """;

    private static readonly EncodedPieces First =
        new([10, 11], [0, 0], [new TokenSpan(0, 2), new TokenSpan(2, 1)]);

    private static readonly EncodedPieces Second = new([20], [3], [new TokenSpan(4, 5)]);

    [Theory]
    [InlineData("null", "10 11", "0 0", "10 11 20", "0 0 1", "0 0 1")]
    [InlineData("""{"type": "ByteLevel"}""", "10 11", "0 0", "10 11 20", "0 0 1", "0 0 1")]
    [InlineData("""{"type": "BertProcessing", "sep": ["[SEP]", 2], "cls": ["[CLS]", 1]}""",
        "1 10 11 2", "0 0 0 0", "1 10 11 2 20 2", "0 0 0 0 1 1", "-1 0 0 -1 1 -1")]
    [InlineData("""{"type": "RobertaProcessing", "sep": ["</s>", 2], "cls": ["<s>", 0]}""",
        "0 10 11 2", "0 0 0 0", "0 10 11 2 2 20 2", "0 0 0 0 0 0 0", "-1 0 0 -1 -1 1 -1")]
    [InlineData(Template, "7 8 10 11", "0 0 0 0", "20 7 8 10 11", "2 3 3 1 1", "1 -1 -1 0 0")]
    [InlineData("""
        {"type": "Sequence", "processors": [
            {"type": "ByteLevel"}, {"type": "BertProcessing", "sep": ["", 2], "cls": ["", 1]}]}
        """, "1 10 11 2", "0 0 0 0", "1 10 11 2 20 2", "0 0 0 0 1 1", "-1 0 0 -1 1 -1")]
    public void Special_tokens_stand_where_the_model_wants_them(
        string json, string one, string oneTypes, string two, string twoTypes, string twoSides)
    {
        (SequenceTemplate template, _) = PostProcessorJson.Read(Steps.Json(json), Size);
        EncodedSequence sentence = template.Single(First);
        EncodedSequence pair = template.Pair(First, Second);

        Join(sentence.Pieces.Ids).ShouldBe(one);
        Join(sentence.TypeIds).ShouldBe(oneTypes);
        Join(pair.Pieces.Ids).ShouldBe(two);
        Join(pair.TypeIds).ShouldBe(twoTypes);
        Join(pair.Sides).ShouldBe(twoSides);
    }

    [Fact]
    public void Pieces_keep_their_words_and_places()
    {
        EncodedPieces pieces = SequenceTemplate.Roberta(0, 2).Pair(First, Second).Pieces;

        Join(pieces.Words).ShouldBe("-1 0 0 -1 -1 3 -1");
        pieces.Places().ShouldBe("0:0 0:2 2:3 0:0 0:0 4:9 0:0");
    }

    [Fact]
    public void Empty_sentences_leave_the_special_tokens() =>
        Join(SequenceTemplate.Bert(1, 2).Pair(EncodedPieces.Empty, EncodedPieces.Empty).Pieces.Ids).ShouldBe("1 2 2");

    [Theory]
    [InlineData("null", false)]
    [InlineData("""{"type": "ByteLevel"}""", true)]
    [InlineData("""{"type": "ByteLevel", "trim_offsets": false}""", false)]
    [InlineData("""{"type": "Sequence", "processors": [{"type": "ByteLevel"}]}""", true)]
    [InlineData("""{"type": "RobertaProcessing", "sep": ["", 2], "cls": ["", 0]}""", true)]
    public void Places_are_trimmed_where_asked(string json, bool expected) =>
        PostProcessorJson.Read(Steps.Json(json), Size).TrimsOffsets.ShouldBe(expected);

    [Theory]
    [InlineData("""{"type": "Odd"}""", "'step' is a post-processor of type 'Odd'")]
    [InlineData("""{"type": "BertProcessing", "sep": ["", 2], "cls": ["", 100]}""", "is 100, but there are 100 ids")]
    [InlineData("""{"type": "BertProcessing", "sep": ["", -2], "cls": ["", 1]}""", "'step.sep[1]' is -2")]
    [InlineData("""{"type": "BertProcessing", "sep": [2], "cls": ["", 1]}""", "'step.sep' is not a token and its id")]
    [InlineData("""
        {"type": "TemplateProcessing", "special_tokens": {}, "pair": [],
         "single": [{"Sequence": {"id": "C", "type_id": 0}}]}
        """, "is 'C', not A or B")]
    [InlineData("""
        {"type": "TemplateProcessing", "special_tokens": {}, "pair": [],
         "single": [{"SpecialToken": {"id": "<s>", "type_id": 0}}]}
        """, "names '<s>', which 'special_tokens' lacks")]
    [InlineData("""{"type": "TemplateProcessing", "single": [], "special_tokens": {}}""", "'step.pair' is missing")]
    [InlineData("""
        {"type": "Sequence", "processors": [
            {"type": "BertProcessing", "sep": ["", 2], "cls": ["", 1]},
            {"type": "BertProcessing", "sep": ["", 2], "cls": ["", 1]}]}
        """, "more than one step that adds special tokens")]
    public void A_damaged_template_is_refused(string json, string message) =>
        Should.Throw<DataException>(() => PostProcessorJson.Read(Steps.Json(json), Size))
            .Message.ShouldSatisfyAllConditions(
                text => text.ShouldStartWith("test.json: "), text => text.ShouldContain(message));

    private static string Join(ReadOnlySpan<int> values) => string.Join(' ', values.ToArray());
}
