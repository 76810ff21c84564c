using Aligner.Finetuning.Objectives.Alignment;

namespace Aligner.Finetuning.Tests.Objectives.Alignment;

public class TaughtLinksTests
{
    [Fact]
    public void Null_gets_what_links_leave_and_more_than_1_is_scaled_down()
    {
        float[] rows = [0.3f, 0.5f, 0, 0.9f, 0.6f, 0, 9, 9, 9];
        TaughtLinks.Complete(rows, words: 2, wordStep: 3, step: 1, count: 3);
        rows.ShouldBe([0.3f, 0.5f, 0.2f, 0.6f, 0.4f, 0, 9, 9, 9], 1e-6f);
    }

    [Fact]
    public void Columns_are_words_where_the_steps_say_so()
    {
        float[] columns = [0.3f, 1, 0, 1, 0, 0];
        TaughtLinks.Complete(columns, words: 2, wordStep: 1, step: 2, count: 3);
        columns.ShouldBe([0.3f, 0.5f, 0, 0.5f, 0.7f, 0], 1e-6f);
    }
}
