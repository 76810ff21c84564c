using System.Security.Cryptography;
using System.Text;

namespace Aligner.Cli.Tests;

/// <summary>
/// Code that moves keeps the bytes: the hashes of <c>benchmarks/golden.tsv</c> for the samples. Its script says how to
/// write it again after a change that alters bytes on purpose.
/// </summary>
public sealed class GoldenTests : ToolTests
{
    private static readonly string[] Lines =
        File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "benchmarks", "golden.tsv"));

    /// <summary>Links by a statistical method are the same on any processor.</summary>
    public static TheoryData<string, string> Statistical => Entries(
        name => !name.Contains(" auto", StringComparison.Ordinal)
            && !name.Contains(" sim", StringComparison.Ordinal)
            && !name.Contains("model", StringComparison.Ordinal)
            && !name.Contains("priors", StringComparison.Ordinal));

    /// <summary>An encoder's numbers differ between kinds of processors.</summary>
    public static TheoryData<string, string> Neural => Entries(
        name => name.EndsWith(" auto", StringComparison.Ordinal) || name.EndsWith(" sim", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Statistical))]
    public void Statistical_methods_give_the_bytes_of_before(string name, string hash) => Hash(name).ShouldBe(hash);

    [Theory]
    [MemberData(nameof(Neural))]
    public void Methods_with_an_encoder_give_the_links_of_before(string name, string hash)
    {
        string processor = Tool.Run("--version").Output.Split('\n').Single(
            line => line.StartsWith("SIMD: ", StringComparison.Ordinal))["SIMD: ".Length..];
        Assert.SkipUnless(Lines[0] == $"# {processor}", $"golden.tsv is of another processor: {Lines[0]}");
        Hash(name).ShouldBe(hash);
    }

    private static TheoryData<string, string> Entries(Func<string, bool> isWanted)
    {
        TheoryData<string, string> data = [];
        foreach (string[] fields in Lines.Skip(1).Select(line => line.Split('\t')))
        {
            if (fields[1].StartsWith("samples-", StringComparison.Ordinal)
                && !fields[1].Contains("--scores", StringComparison.Ordinal) && isWanted(fields[1]))
            {
                data.Add(fields[1], fields[0]);
            }
        }

        return data;
    }

    /// <summary>The hash that the script writes: of the links of a sample by a method.</summary>
    private string Hash(string name)
    {
        string sample = name.StartsWith("samples-fr", StringComparison.Ordinal) ? "french" : "german";
        string text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", $"{sample}-english.txt"));
        string method = name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        string links = Tool.RunWithInput(text, $"align --method {method} --quiet").ShouldSucceed().Output;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(links)))[..16];
    }
}
