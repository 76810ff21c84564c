using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Aligner.Combination.Networks;
using Aligner.Core;

namespace Aligner.Combination.Tests.Networks;

public sealed class LinkNetworkFormatTests : IDisposable
{
    private const string Json = """
        {
          "bias": 0.125,
          "hiddenBiases": [0.5,0],
          "output": [2,1],
          "features": [
            {"name":"first","direct":0.25,"weights":[1,-1]},
            {"name":"second","direct":-0.5,"weights":[0,2]}
          ]
        }

        """;

    private static readonly LinkNetwork Network = new()
    {
        Features = ["first", "second"],
        Weights = [1, -1, 0, 2],
        HiddenBiases = [0.5f, 0],
        Output = [2, 1],
        Direct = [0.25f, -0.5f],
        Bias = 0.125f,
    };

    private readonly TempFolder _folder = new();

    [Fact]
    public void A_feature_has_a_line() => Write(Network).ShouldBe(Json);

    [Fact]
    public void A_network_is_read_as_it_was_written()
    {
        ShouldBe(Read(Json), Network);
        ShouldBe(Read(Write(LinkNetworkFormat.Shipped)), LinkNetworkFormat.Shipped);
    }

    /// <summary>One third has no short decimal form.</summary>
    [Fact]
    public void Every_bit_of_a_number_is_kept()
    {
        LinkNetwork network = Network with { Bias = 1 / 3f, Direct = [float.Epsilon, -float.MaxValue] };
        ShouldBe(Read(Write(network)), network);
    }

    [Fact]
    public void Words_of_a_guideline_are_kept()
    {
        LinkNetwork network = Network with
        {
            SourceWords = new Dictionary<string, float> { ["the"] = -1.5f, ["\"é"] = 1 / 3f },
            TargetWords = new Dictionary<string, float> { ["das"] = 0.5f },
        };
        LinkNetwork read = Read(Write(network));
        ShouldBe(read, network);
        read.SourceWords.ShouldBe(network.SourceWords, ignoreOrder: true);
        read.TargetWords.ShouldBe(network.TargetWords);
    }

    [Fact]
    public void The_culture_does_not_count()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Write(Network).ShouldBe(Json);
            ShouldBe(Read(Json), Network);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_file_may_be_compressed()
    {
        File.WriteAllText(_folder.Path("plain.json"), Json);
        ShouldBe(LinkNetworkFormat.Open(_folder.Path("plain.json")), Network);
        using (GZipStream stream = new(File.Create(_folder.Path("packed.json")), CompressionLevel.Fastest))
        {
            stream.Write(Encoding.UTF8.GetBytes(Json));
        }

        ShouldBe(LinkNetworkFormat.Open(_folder.Path("packed.json")), Network);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"bias":1,"hiddenBiases":[],"output":[]}""")] // no features
    [InlineData("""{"bias":1,"hiddenBiases":[1],"output":[],"features":[]}""")] // a unit too many
    [InlineData("""{"bias":1,"hiddenBiases":[],"output":[],"features":[null]}""")]
    [InlineData("""{"bias":1,"hiddenBiases":[],"output":[],"features":[{"name":"a","direct":1}]}""")] // no weights
    [InlineData("""{"bias":1,"hiddenBiases":[],"output":[],"features":[{"name":"a","direct":1,"weights":[1]}]}""")]
    [InlineData("""{"bias":1,"hiddenBiases":[],"output":[],"features":[{"name":null,"direct":1,"weights":[]}]}""")]
    [InlineData("""{"bias":1e99,"hiddenBiases":[],"output":[],"features":[]}""")] // not finite
    public void A_file_that_is_no_network_is_bad_data(string json)
    {
        File.WriteAllText(_folder.Path("network.json"), json);
        Should.Throw<DataException>(() => LinkNetworkFormat.Open(_folder.Path("network.json")))
            .Message.ShouldContain(_folder.Path("network.json"));
    }

    /// <summary>Two lines that belong together, in a network of another number of units.</summary>
    [Fact]
    public void Weights_of_a_feature_are_as_many_as_the_units() => Should.Throw<InvalidDataException>(
        () => Read(Json.Replace("[1,-1]", "[1]", StringComparison.Ordinal)
            .Replace("[0,2]", "[0,2,3]", StringComparison.Ordinal)));

    [Fact]
    public void Text_that_is_no_JSON_is_refused() => Should.Throw<JsonException>(() => Read(Json[..40]));

    [Fact]
    public void The_network_that_ships_is_fit()
    {
        LinkNetworkFormat.Shipped.Validate();
        LinkNetworkFormat.Shipped.ShouldBeSameAs(LinkNetworkFormat.Shipped);
    }

    public void Dispose() => _folder.Dispose();

    private static string Write(LinkNetwork network)
    {
        using StringWriter text = new() { NewLine = "\n" };
        LinkNetworkFormat.Write(text, network);
        return text.ToString();
    }

    private static LinkNetwork Read(string json) =>
        LinkNetworkFormat.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)));

    private static void ShouldBe(LinkNetwork network, LinkNetwork expected)
    {
        network.Features.ShouldBe(expected.Features);
        network.Weights.ShouldBe(expected.Weights);
        network.HiddenBiases.ShouldBe(expected.HiddenBiases);
        network.Output.ShouldBe(expected.Output);
        network.Direct.ShouldBe(expected.Direct);
        network.Bias.ShouldBe(expected.Bias);
    }
}
