using System.Text;
using System.Text.Json.Nodes;
using Aligner.Serving.Batching;
using Aligner.Serving.Lines;

namespace Aligner.Serving.Tests.Lines;

public class LineServiceTests
{
    [Fact]
    public async Task Each_line_has_its_answer_in_order()
    {
        string requests = string.Concat(Enumerable.Range(0, 100)
            .Select(k => $"{{\"id\":{k},\"source\":\"a b\",\"target\":\"{(k % 2 == 0 ? "A B" : "B A")}\"}}\n"));

        (JsonNode[] answers, long failed) = await AnswerAsync(requests);

        failed.ShouldBe(0);
        answers.Select(answer => (int)answer["id"]!).ShouldBe(Enumerable.Range(0, 100));
        answers[0]["links"]!.ToJsonString().ShouldBe("[[0,0],[1,1]]");
        answers[1]["links"]!.ToJsonString().ShouldBe("[[0,1],[1,0]]");
        answers[1]["targetCharacters"]!.ToJsonString().ShouldBe("[[0,1],[2,3]]");
    }

    [Fact]
    public async Task A_line_that_is_no_request_is_answered_by_what_is_wrong()
    {
        (JsonNode[] answers, long failed) = await AnswerAsync(
            "{\"source\":\"a\",\"target\":\"A\"}\nno\n\n{\"source\":\"a\"}\n{\"source\":\"a\",\"target\":null}\nnull\n"
            + $"{{\"source\":\"{new string('a', 3000)}\",\"target\":\"A\"}}\n{{\"source\":\"\",\"target\":\"A\"}}\n");

        failed.ShouldBe(6);
        answers.Length.ShouldBe(8);
        answers[0]["links"]!.ToJsonString().ShouldBe("[[0,0]]");
        answers[1]["error"]!.ToString().ShouldContain("2");
        answers[6]["error"]!.ToString().ShouldContain("2000 bytes");
        answers[7]["links"]!.ToJsonString().ShouldBe("[]");
    }

    [Fact]
    public async Task Labels_and_inline_codes_are_projected_beside_requests_for_links()
    {
        (JsonNode[] answers, long failed) = await AnswerAsync("""{"id":1,"source":"a b c","target":"C A B",""" + """
            "labels":[{"start":0,"end":3,"type":"X"},{"start":4,"end":5,"type":"Y"}]}
            {"id":2,"source":"a b","target":"B A"}
            {"id":3,"source":"a <b>b</b>","target":"B A","markup":true}

            """);

        failed.ShouldBe(0);
        answers.Select(answer => answer.ToJsonString()).ToArray()[0].ShouldBe(
            """{"id":1,"labels":[{"start":0,"end":1,"type":"Y"},"""
            + """{"start":2,"end":5,"type":"X"}],"outcomes":["projected","projected"]}""");
        answers[1]["links"]!.ToJsonString().ShouldBe("[[0,1],[1,0]]");
        answers[2]["target"]!.ToString().ShouldBe("<b>B</b> A");
    }

    [Theory]
    [InlineData("\"labels\":null")]
    [InlineData("\"markup\":false")]
    [InlineData("\"labels\":null,\"markup\":null")]
    public async Task A_request_without_labels_and_codes_is_one_for_links(string fields)
    {
        (JsonNode[] answers, long failed) = await AnswerAsync($"{{\"source\":\"a\",\"target\":\"A\",{fields}}}\n");

        failed.ShouldBe(0);
        answers[0]["links"]!.ToJsonString().ShouldBe("[[0,0]]");
    }

    [Theory]
    [InlineData("""{"source":"a","target":"A","labels":[{"start":0,"end":2,"type":"X"}]}""", "from 0 to 2")]
    [InlineData("""{"source":"a","target":"A","labels":[{"start":1,"end":1,"type":"X"}]}""", "from 1 to 1")]
    [InlineData("""{"source":"a","target":"A","labels":[{"start":-1,"end":1,"type":"X"}]}""", "from -1 to 1")]
    [InlineData("""{"source":"a","target":"A","labels":[{"start":0,"end":1}]}""", "type")]
    [InlineData("""{"source":"a","target":"A","labels":[],"markup":true}""", "markup")]
    [InlineData("""{"source":"a","target":"A","markup":1}""", "markup")]
    public async Task Labels_that_make_no_sense_are_answered_by_what_is_wrong(string request, string reason)
    {
        (JsonNode[] answers, long failed) = await AnswerAsync(request + "\n");

        failed.ShouldBe(1);
        answers[0]["error"]!.ToString().ShouldContain(reason);
    }

    [Fact]
    public async Task Requests_that_were_read_are_answered_although_it_stops()
    {
        const int Count = 50;
        ServingOptions options = new() { MaxBatch = 1 };
        using CancellationTokenSource stop = new();
        using ManualResetEventSlim end = new();
        byte[] requests = Encoding.UTF8.GetBytes(
            string.Concat(Enumerable.Repeat("{\"source\":\"a\",\"target\":\"A\"}\n", Count)));
        using OpenStream input = new(requests, () =>
        {
            stop.Cancel();
            end.Wait();
        });
        using MemoryStream output = new();
        await using (RequestBatcher batcher = TrainedAligner.Serve(options))
        {
            await LineService.RunAsync(input, output, batcher, options, stop.Token).WaitAsync(TimeSpan.FromSeconds(20));
        }

        end.Set();
        Encoding.UTF8.GetString(output.ToArray()).Count(character => character == '\n').ShouldBe(Count);
    }

    private static async Task<(JsonNode[] Answers, long Failed)> AnswerAsync(string requests)
    {
        ServingOptions options = new() { MaxBytes = 2000, MaxWaiting = 4 };
        await using RequestBatcher batcher = TrainedAligner.Serve(options);
        using MemoryStream output = new();
        long failed = await LineService.RunAsync(
            new MemoryStream(Encoding.UTF8.GetBytes(requests)), output, batcher, options, CancellationToken.None);
        string[] lines = Encoding.UTF8.GetString(output.ToArray()).Split('\n')[..^1];
        return ([.. lines.Select(line => JsonNode.Parse(line)!)], failed);
    }

    /// <summary>An input that stays open, as a terminal or a pipe does.</summary>
    private sealed class OpenStream(byte[] content, Action wait) : MemoryStream(content)
    {
        public override int Read(byte[] buffer, int offset, int count)
        {
            int read = base.Read(buffer, offset, count);
            if (read == 0)
            {
                wait();
            }

            return read;
        }
    }
}
