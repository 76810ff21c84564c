using System.Security.Cryptography;
using System.Text;
using Aligner.Fuzzing.Mutations;
using Aligner.Fuzzing.Seeds;
using Aligner.Statistical.Models;

namespace Aligner.Fuzzing.Tests.Mutations;

public sealed class MutationTests
{
    private static readonly byte[] Json = """{"a":[1,2,{"b":"c"}],"d":null}"""u8.ToArray();

    [Fact]
    public void The_same_seed_gives_the_same_input()
    {
        byte[] input = SeedTexts.Of(SeedTexts.Bitext);
        IMutation[] mutations = [new ByteMutation(), new TextMutation(), new ProtobufMutation()];
        foreach (IMutation mutation in mutations)
        {
            byte[][] made = [.. Enumerable.Range(0, 50).Select(seed => mutation.Mutate(input, new Dice((ulong)seed)))];
            made.ShouldBe([.. Enumerable.Range(0, 50).Select(seed => mutation.Mutate(input, new Dice((ulong)seed)))]);
            made.Select(Convert.ToHexString).Distinct().Count().ShouldBeGreaterThan(40);
        }
    }

    [Fact]
    public void Changed_json_is_json_of_other_values()
    {
        int changed = 0;
        for (ulong seed = 0; seed < 100; seed++)
        {
            string text = Encoding.UTF8.GetString(new JsonMutation().Mutate(Json, new Dice(seed)));
            System.Text.Json.Nodes.JsonNode.Parse(text, documentOptions: new() { MaxDepth = 200 });
            changed += text == Encoding.UTF8.GetString(Json) ? 0 : 1;
        }

        changed.ShouldBeGreaterThan(80);
    }

    [Fact]
    public void A_container_that_is_taken_apart_and_put_together_is_the_same()
    {
        byte[] model = SeedModels.Save(SeedModels.Train("hmm"));
        ContainerMutation.Copy(model).ShouldBe(model);
        StatisticalModelFormat.Read(new MemoryStream(model), "model").Method.Name.ShouldBe("hmm");
    }

    [Fact]
    public void Lengths_of_protocol_buffers_are_told_as_they_are()
    {
        // Field 1: the text abc; field 2: a message with the number 5.
        byte[] message = [0x0A, 3, (byte)'a', (byte)'b', (byte)'c', 0x12, 2, 0x08, 5];
        byte[][] made = [.. Enumerable.Range(0, 200).Select(
            seed => new ProtobufMutation().Mutate(message, new Dice((ulong)seed)))];
        made.Count(bytes => bytes is [0x12, 2, 0x08, 5]).ShouldBeGreaterThan(0, "the first field goes, the rest stays");
        made.Count(bytes => bytes.Length > 20).ShouldBeGreaterThan(0, "a field is repeated");
    }

    [Fact]
    public void A_hash_at_the_end_is_that_of_what_is_before()
    {
        byte[] content = [.. Json, .. SHA256.HashData(Json)];
        byte[] made = FramedMutation.Hashed(new ByteMutation()).Mutate(content, new Dice(3));
        made.ShouldNotBe(content);
        SHA256.HashData(made[..^SHA256.HashSizeInBytes]).ShouldBe(made[^SHA256.HashSizeInBytes..]);
    }

    [Fact]
    public void Only_one_line_is_changed_at_a_time()
    {
        byte[] made = new LinesMutation(new JsonMutation()).Mutate([.. Json, (byte)'\n', .. Json], new Dice(1));
        string[] lines = Encoding.UTF8.GetString(made).Split('\n');
        lines.Count(line => line == Encoding.UTF8.GetString(Json)).ShouldBe(1);
    }
}
