using System.Text.Json.Nodes;

namespace Aligner.Cli.Tests.Commands;

public sealed class ServeTests : ToolTests
{
    private const string Pair = "{\"source\":\"the small house\",\"target\":\"das kleine Haus\"}";

    [Fact]
    public void A_line_is_answered_by_a_line_that_other_commands_read()
    {
        ToolResult result = Tool.RunWithInput($"{Pair}\nno\n{Pair}\n", "serve");
        result.ExitCode.ShouldBe(0);
        result.Error.ShouldContain("1 request failed");
        string[] lines = result.Output.Split('\n');
        lines.Length.ShouldBe(4);
        lines[0].ShouldBe(lines[2]);
        JsonNode.Parse(lines[1])!["error"].ShouldNotBeNull();
        Tool.RunWithInput(lines[0] + "\n", "convert --from jsonl --to pharaoh").ShouldSucceed().Output
            .ShouldStartWith("0-0:");
    }

    [Fact]
    public void Labels_are_projected_by_the_options_of_project()
    {
        const string Request = """
            {"source":"the house is small","target":"das Haus ist klein","labels":[{"start":0,"end":18,"type":"X"}]}

            """;

        Tool.RunWithInput(Request, "serve").ShouldSucceed().Output
            .ShouldBe("""{"labels":[{"start":0,"end":18,"type":"X"}],"outcomes":["projected"]}""" + "\n");
        JsonNode head = JsonNode.Parse(Tool.RunWithInput(Request, "serve --policy head").ShouldSucceed().Output)!;
        int length = (int)head["labels"]![0]!["end"]! - (int)head["labels"]![0]!["start"]!;
        length.ShouldBeInRange(3, 5);
    }

    [Fact]
    public void A_saved_model_answers_with_its_own_links()
    {
        Tool.Write("text", string.Concat(Enumerable.Repeat("a b ||| A B\na ||| A\nb ||| B\n", 5)));
        Tool.Run("train text --method hmm -o model -q").ShouldSucceed();
        Tool.RunWithInput("{\"source\":\"b a\",\"target\":\"B A\"}\n", "serve --model model").ShouldSucceed().Output
            .ShouldContain("\"links\":[[0,0],[1,1]]");
    }

    [Fact]
    public void Over_HTTP_it_answers_until_it_is_stopped()
    {
        ToolResult result = Tool.Bash($$"""
            install_aligner
            bin/aligner serve --http 0 2> messages &
            service=$!
            until grep -q http messages; do sleep 0.1; done
            address=$(grep -o 'http://[0-9.:]*' messages)
            exec 3<> "/dev/tcp/127.0.0.1/${address##*:}"
            body='{{Pair}}'
            printf 'POST /align HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n' >&3
            printf 'Content-Length: %s\r\nConnection: close\r\n\r\n%s' ${#body} "$body" >&3
            cat <&3
            kill -TERM $service
            wait $service
            """);
        result.ExitCode.ShouldBe(0, result.Error);
        result.Output.ShouldStartWith("HTTP/1.1 200 OK");
        result.Output.ShouldContain("\"links\":[[0,0],[1,1],[2,2]]");
    }

    [Theory]
    [InlineData("serve --listen 127.0.0.1", "--http")]
    [InlineData("serve --http 70000", "65535")]
    [InlineData("serve --http 0 --listen here", "'here'")]
    [InlineData("serve --max-bytes 0", "--max-bytes")]
    public void Settings_that_make_no_sense_are_refused(string command, string reason) =>
        Tool.Run(command).ShouldFail(2, reason);
}
