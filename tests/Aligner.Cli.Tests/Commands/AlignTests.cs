using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Aligner.Combination.Networks;

namespace Aligner.Cli.Tests.Commands;

public class AlignTests : ToolTests
{
    private const string Bitext = """
        the house ||| das Haus
        the book ||| das Buch
        a book ||| ein Buch
        a house ||| ein Haus
        a big house ||| ein großes Haus
        the big book ||| das große Buch

        """;

    private const string Links = "0-0 1-1\n0-0 1-1\n0-0 1-1\n0-0 1-1\n0-0 1-1 2-2\n0-0 1-1 2-2\n";

    [Theory]
    [InlineData("ibm1")]
    [InlineData("ibm2")]
    [InlineData("hmm")]
    [InlineData("statistical")]
    public void Words_that_go_together_are_linked(string method) =>
        Tool.RunWithInput(Bitext, $"align --method {method} --symmetrize intersection").ShouldSucceed()
            .Output.ShouldBe(Links);

    [Fact]
    public void Articles_that_only_an_inflection_translates_are_linked_with_it_unless_it_is_unwanted()
    {
        string[] nouns = ["hus", "dal", "bog", "vin", "tand"];
        string text = string.Concat(Enumerable.Range(0, 200).Select(k => nouns[k % nouns.Length]).Select((noun, k) =>
            (k / 5 % 2 == 0 ? $"du ser {noun}en ||| you see the t-{noun}" : $"du ser {noun} ||| you see t-{noun}")
                + "\n"));

        FirstLine("align --method statistical").ShouldBe("0-0 1-1 2-2 2-3");
        FirstLine("align --method statistical --no-inflections").ShouldBe("0-0 1-1 2-3");
        Tool.Write("text", text);
        Tool.Run("train text --method statistical -o model").ShouldSucceed();
        FirstLine("align --model model").ShouldBe("0-0 1-1 2-2 2-3");
        FirstLine("align --model model --no-inflections").ShouldBe("0-0 1-1 2-3");
        Tool.Write("more", string.Concat(text.Split('\n')[1..10].Select(line => line + "\n"))); // too few for a rule
        Tool.Run("-q train more --from model -o larger").ShouldSucceed();
        FirstLine("align --model larger").ShouldBe("0-0 1-1 2-2 2-3");

        string FirstLine(string command) => Tool.RunWithInput(text, command + " --symmetrize mean --threshold 0.5")
            .ShouldSucceed().Output.Split('\n')[0];
    }

    /// <summary>That which ships, but with a bias that nothing outweighs.</summary>
    [Fact]
    public void A_network_of_ones_own_decides()
    {
        WriteNetwork("never", LinkNetworkFormat.Shipped with { Bias = -1000 });
        Tool.RunWithInput(Bitext, "align --method statistical").ShouldSucceed().Output.ShouldBe(Links);
        Tool.RunWithInput(Bitext, "align --method statistical --network never").ShouldSucceed()
            .Output.ShouldBe("\n\n\n\n\n\n");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"bias\":0,\"hiddenBiases\":[],\"output\":[],\"features\":[]}")]
    [InlineData("{\"bias\":0,\"hiddenBiases\":[],\"output\":[],\"features\":[null]}")]
    public void A_file_that_is_no_network_is_refused_before_training(string content)
    {
        Tool.Write("network", content);
        Tool.Run("align missing --method statistical --network network").ShouldFail(65, "network");
    }

    [Fact]
    public void So_is_a_network_that_was_fitted_to_other_features()
    {
        LinkNetwork shipped = LinkNetworkFormat.Shipped;
        WriteNetwork("network", shipped with { Features = [.. shipped.Features.Reverse()] });
        Tool.Run("align missing --method statistical --network network").ShouldFail(65, "network");
    }

    [Fact]
    public void Every_way_to_give_the_input_gives_the_same_bytes()
    {
        Tool.Write("bitext", Bitext);
        Tool.Write("tabs", Bitext.Replace(" ||| ", "\t", StringComparison.Ordinal));
        Tool.Write("crlf", "\uFEFF" + Bitext.Replace("\n", "\r\n", StringComparison.Ordinal));
        Tool.Write("source", Side(0));
        Tool.Write("target", Side(1));
        using (FileStream file = File.Create(Path.Combine(Tool.Folder, "bitext.gz")))
        using (GZipStream zip = new(file, CompressionLevel.Fastest))
        {
            zip.Write(Encoding.UTF8.GetBytes(Bitext));
        }

        string expected = Tool.Run("align bitext --scores -q").ShouldSucceed().Output;
        foreach (string input in new[] { "tabs", "crlf", "bitext.gz", "-s source -t target" })
        {
            Tool.Run($"align {input} --scores -q").ShouldSucceed().Output.ShouldBe(expected, input);
        }

        Tool.RunWithInput(Bitext, "align - --scores -q").ShouldSucceed().Output.ShouldBe(expected);
        Tool.RunWithInput(Side(0), "align -s - -t target --scores -q").ShouldSucceed().Output.ShouldBe(expected);
    }

    [Theory]
    [InlineData("ibm1")]
    [InlineData("ibm2")]
    [InlineData("hmm")]
    [InlineData("statistical")]
    public void Threads_and_locale_never_change_a_byte(string method)
    {
        Tool.Write("bitext", Sample);
        string expected = Tool.Run($"align bitext --scores --method {method} --threads 1").ShouldSucceed().Output;
        Tool.With("LC_ALL", "de_DE.UTF-8");
        Tool.Run($"align bitext --scores --method {method} --threads 5").ShouldSucceed().Output.ShouldBe(expected);
    }

    [Fact]
    public void Every_input_line_gives_one_line_and_lines_without_links_are_counted_in_one_warning()
    {
        ToolResult result = Tool.RunWithInput(
            "a ||| x\n\n ||| x\na ||| \n ||| \na a a ||| x\na ||| x", "align --method statistical --max-length 2");
        result.Output.ShouldBe("0-0\n\n\n\n\n\n0-0\n");
        result.Error.ShouldBe("aligner: warning: pairs left without links: 4 with an empty side, "
            + "1 with more than 2 tokens on a side (--max-length)\n");
        result.ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Five_thousand_tokens_are_too_many_unless_asked_for()
    {
        string words = string.Join(' ', Enumerable.Repeat("a", 5000));
        Tool.Write("long", $"{words} ||| x\na ||| x\n");
        ToolResult result = Tool.Run("align long --method statistical");
        result.Output.ShouldBe("\n0-0\n");
        result.Error.ShouldContain("1 with more than 1000 tokens on a side");
        Tool.Run("align long --method statistical --max-length 5000 --symmetrize reverse").ShouldSucceed()
            .Output.ShouldStartWith("0-0 1-0 2-0");
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("\n\n", "\n\n")]
    [InlineData("a ||| x", "0-0\n")]
    public void Tiny_inputs_are_aligned_too(string input, string expected) =>
        Tool.RunWithInput(input, "-q align").ShouldSucceed().Output.ShouldBe(expected);

    [Theory]
    [InlineData("a\u00A0a ||| x\u3000x\n", "0-0\n")]
    [InlineData("a\ra ||| x\0x\n", "0-0\n")]
    [InlineData("NULL\t|||\n<eps>\tNULL\n", "0-0\n0-0\n")]
    [InlineData("a\tb ||| x\ty\na ||| x\nb ||| y\n", "0-0 1-1\n0-0\n0-0\n")]
    public void Tokens_end_at_spaces_and_tabs_alone_and_none_is_special(string input, string expected) =>
        Tool.RunWithInput(input, "align --symmetrize intersection --method ibm2").ShouldSucceed()
            .Output.ShouldBe(expected);

    [Theory]
    [InlineData("a ||| x\nno separator\n", "bitext:2: ", "\"no separator\"")]
    [InlineData("a ||| x ||| y\n", "bitext:1: ", "more than one")]
    public void A_line_that_is_no_pair_exits_65(string content, params string[] parts)
    {
        Tool.Write("bitext", content);
        Tool.Run("align bitext -o links").ShouldFail(65, parts);
        Tool.Files.ShouldBe(["bitext"]);
    }

    [Fact]
    public void Invalid_utf8_exits_65_with_its_place()
    {
        File.WriteAllBytes(Path.Combine(Tool.Folder, "bitext"), [.. "a ||| x\nb "u8, 0xFF, .. " ||| y\n"u8]);
        Tool.Run("align bitext").ShouldFail(65, "bitext:2: invalid UTF-8: byte 0xFF at offset 2");
    }

    [Fact]
    public void Sides_of_different_length_exit_65()
    {
        Tool.Write("source", "a\nb\n");
        Tool.Write("target", "x\n");
        Tool.Run("align -s source -t target").ShouldFail(65, "source has 2 lines and target has 1");
    }

    [Theory]
    [InlineData("align .", "cannot read .: it is a folder")]
    [InlineData("align bitext -o .", "cannot write .: it is a folder")]
    [InlineData("align bitext --model nowhere", "cannot read nowhere: no such file")]
    public void A_path_that_cannot_be_used_exits_1(string arguments, string message)
    {
        Tool.Write("bitext", Bitext);
        Tool.Run(arguments).ShouldFail(1, message);
        Tool.Files.ShouldBe(["bitext"]);
    }

    [Theory]
    [InlineData("giza")]
    [InlineData("naacl")]
    [InlineData("jsonl --tokens")]
    public void Every_format_reads_back(string format)
    {
        string name = format.Split(' ')[0];
        Tool.Write("bitext", Bitext);
        Tool.Run($"align bitext -q --symmetrize intersection --format {format} -o links").ShouldSucceed();
        Tool.Run($"convert --from {name} links").ShouldSucceed().Output.ShouldBe(Links);
    }

    [Theory]
    [InlineData("--method statistical")]
    [InlineData("--method auto")]
    [InlineData("--method hmm --symmetrize grow-diag")]
    [InlineData("--method ibm1")]
    [InlineData("--model model")]
    public void Words_without_a_link_go_to_a_file_of_their_own_with_their_probabilities(string method)
    {
        Tool.Write("bitext", Bitext + "the book ||| das Buch xyzzy plugh\n ||| Haus\n");
        Tool.Run("-q train bitext --method hmm -o model").ShouldSucceed();
        string links = Tool.Run($"-q align bitext {method}").ShouldSucceed().Output;

        Tool.Run($"-q align bitext {method} --nulls nulls").ShouldSucceed().Output.ShouldBe(links);

        string[] lines = Tool.Read("nulls").Split('\n');
        lines.Length.ShouldBe(9);
        lines[7].ShouldBeEmpty(); // a pair with an empty side is not aligned
        foreach ((string nulls, string linked) in lines[..7].Zip(links.Split('\n')))
        {
            string[] targets = [.. linked.Split(' ').Select(link => link.Split('-')[1])];
            nulls.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Where(word => word.StartsWith("NULL-", StringComparison.Ordinal))
                .Select(word => word["NULL-".Length..].Split(':')[0]).ShouldNotContain(word => targets.Contains(word));
        }
    }

    [Fact]
    public void Words_without_a_link_are_counted_as_the_links_are()
    {
        Tool.Write("bitext", "the big house ||| das Haus\n");
        Tool.Write("en.vec", "the 1 0 0\nhouse 0 1 0\nbig 0 0 1\n");
        Tool.Write("de.vec", "das 1 0 0\nHaus 0 1 0\n");
        const string Command = "-q align bitext --method sim --extract argmax --source-vectors en.vec "
            + "--target-vectors de.vec --nulls nulls --overwrite";

        Tool.Run(Command).ShouldSucceed().Output.ShouldBe("0-0 2-1\n");
        Tool.Read("nulls").ShouldBe("1-NULL:0.5\n"); // (cos + 1)/2 is ½ for both words of the target
        Tool.Run(Command + " --swap --index-base 1 --null-spans 1").ShouldSucceed().Output.ShouldBe("1-1 2-3\n");
        Tool.Read("nulls").ShouldBe("NULL-2..2:0.5\n");
        Tool.Run(Command + " --format jsonl --scores").ShouldSucceed().Output
            .ShouldContain("\"sourceNulls\":[0,0.5,0],\"targetNulls\":[0,0]");
        Tool.Run(Command + " --format jsonl").ShouldSucceed().Output.ShouldBe("{\"links\":[[0,0],[2,1]]}\n");
    }

    [Theory]
    [InlineData("--nulls -", 2, "a file is needed")]
    [InlineData("--null-spans 2", 2, "--null-spans needs --nulls")]
    [InlineData("--nulls ./links", 2, "same file")]
    [InlineData("--nulls bitext", 1, "bitext")]
    public void A_file_of_nulls_that_cannot_be_written_is_refused_at_once(string options, int exit, string message)
    {
        Tool.Write("bitext", Bitext);
        Tool.Run($"align bitext {options} -o links").ShouldFail(exit, message);
        Tool.Files.ShouldBe(["bitext"]);
    }

    [Fact]
    public void Scores_are_probabilities_and_log_probabilities_also_for_odd_pairs()
    {
        Tool.Write("bitext", Bitext);
        Tool.Run("-q train bitext -o model").ShouldSucceed();
        string many = string.Join(' ', Enumerable.Repeat("das", 500));
        string output = Tool.RunWithInput(
            $"never seen ||| nie gesehen\nthe ||| {many}\n{many} ||| das\n ||| x\n", "-q align --model model --scores")
            .ShouldSucceed().Output;

        string[] lines = output.TrimEnd('\n').Split('\n');
        lines.Length.ShouldBe(4);
        foreach (string line in lines)
        {
            string[] fields = line.Split('\t');
            Number(fields[1]).ShouldBeInRange(-1000, 0);
            foreach (string link in fields[0].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                Number(link.Split(':')[1]).ShouldBeInRange(0, 1);
            }
        }

        lines[^1].ShouldBe("\t-99");
    }

    [Fact]
    public void A_bound_on_memory_prunes_or_names_what_the_text_needs()
    {
        Tool.Write("bitext", string.Concat(
            Enumerable.Range(0, 400).Select(line => $"{Words(line)} ||| {Words(line)}\n")));
        string error = Tool.Run("align bitext --method ibm1 --max-memory 1").ShouldFail(1, "MB").Error;
        int needed = int.Parse(Regex.Match(error, @"needs (\d+) MB").Groups[1].Value, CultureInfo.InvariantCulture);

        ToolResult bounded = Tool.Run($"align bitext --method ibm1 -v --max-memory {needed}");
        bounded.ExitCode.ShouldBe(0, bounded.Error);
        Forecast(bounded).ShouldBeInRange(needed - 10, needed);
        Forecast(Tool.Run("align bitext --method ibm1 -v")).ShouldBeGreaterThan(needed);
        bounded.Output.Count(character => character == '\n').ShouldBe(400);

        static int Forecast(ToolResult result) =>
            int.Parse(Regex.Match(result.Error, @"about (\d+) MB").Groups[1].Value, CultureInfo.InvariantCulture);

        static string Words(int line) =>
            string.Join(' ', Enumerable.Range(0, 40).Select(k => $"w{(line * 7) + (k * k)}"));
    }

    [Theory]
    [InlineData("hmm")]
    [InlineData("statistical")]
    public void With_a_bound_on_memory_the_text_lies_in_files_that_do_not_stay(string method)
    {
        Tool.Write("bitext", Bitext);
        string output = Tool.Run($"align bitext --method {method}").ShouldSucceed().Output;
        string temporary = Directory.CreateDirectory(Path.Combine(Tool.Folder, "temporary")).FullName;

        Tool.With("TMPDIR", temporary).Run($"align bitext --method {method} --max-memory 4000")
            .ShouldSucceed().Output.ShouldBe(output);
        Directory.EnumerateFileSystemEntries(temporary).ShouldBeEmpty();

        Directory.Delete(temporary);
        Tool.Run($"align bitext --method {method} -o links --max-memory 4000").ShouldFail(1, temporary);
        Tool.Files.ShouldBe(["bitext"]);
    }

    [Fact]
    public void A_closed_pipe_ends_the_run()
    {
        Tool.Write("bitext", Bitext);
        Tool.Run("-q train bitext -o model").ShouldSucceed();
        ToolResult result = Tool.Bash(
            "yes 'a ||| ein' | aligner align --model model | head -n 1; echo ${PIPESTATUS[1]}");
        result.Output.ShouldBe("0-0\n0\n");
        result.Error.ShouldNotContain("aligner");
    }

    [Fact]
    public void An_interrupted_training_exits_130_and_leaves_no_output()
    {
        Tool.Write("bitext", Bitext);
        using Process process = Tool.Start("align bitext --iterations 2000000000 -o links");
        SpinWait.SpinUntil(() => Tool.Files.Length > 1, TimeSpan.FromSeconds(30)).ShouldBeTrue();
        using (Process kill = Process.Start("kill", ["-INT", $"{process.Id}"]))
        {
            kill.WaitForExit();
        }

        process.WaitForExit(TimeSpan.FromSeconds(30)).ShouldBeTrue();
        process.ExitCode.ShouldBe(130);
        Tool.Files.ShouldBe(["bitext"]);
    }

    [Fact]
    public async Task Line_buffered_answers_each_pair_before_the_next_is_given()
    {
        Tool.Write("bitext", Bitext);
        Tool.Run("-q train bitext -o model").ShouldSucceed();
        string[] links = Tool.Run("-q align bitext --model model").ShouldSucceed().Output.Split('\n');

        using Process process = Tool.Start("align --model model --line-buffered");
        foreach ((string pair, string expected) in Bitext.TrimEnd('\n').Split('\n').Zip(links))
        {
            await process.StandardInput.WriteLineAsync(pair);
            await process.StandardInput.FlushAsync();
            string? answer = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30));
            answer.ShouldBe(expected);
        }

        process.StandardInput.Close();
        process.WaitForExit(TimeSpan.FromSeconds(30)).ShouldBeTrue();
        process.ExitCode.ShouldBe(0);
    }

    /// <summary>Enough text for several shards and batches.</summary>
    private static string Sample { get; } = string.Concat(Enumerable.Range(0, 3000).Select(line =>
        $"s{line % 17} s{line % 31} s{line % 5} ||| t{line % 31} t{line % 17} t{line % 5} t{line % 3}\n"));

    private static string Side(int index) => string.Concat(
        Bitext.TrimEnd('\n').Split('\n').Select(line => line.Split(" ||| ")[index] + "\n"));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private void WriteNetwork(string name, LinkNetwork network)
    {
        using StringWriter text = new();
        LinkNetworkFormat.Write(text, network);
        Tool.Write(name, text.ToString());
    }
}
