using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Aligner.Neural.Tests.Models;

/// <summary>Makes a <c>pytorch_model.bin</c> of the safetensors file of a folder.</summary>
internal static class PyTorchWriter
{
    /// <summary>Replaces <c>model.safetensors</c> and gives the folder.</summary>
    public static string Replace(string folder, CompressionLevel compression = CompressionLevel.NoCompression)
    {
        string safetensors = Path.Combine(folder, "model.safetensors");
        byte[] bytes = File.ReadAllBytes(safetensors);
        int header = (int)BitConverter.ToInt64(bytes);
        using JsonDocument document = JsonDocument.Parse(bytes.AsMemory(8, header));
        using ZipArchive archive = ZipFile.Open(Path.Combine(folder, "pytorch_model.bin"), ZipArchiveMode.Create);
        using MemoryStream pickle = new();
        using BinaryWriter writer = new(pickle, Encoding.Latin1);
        Write(writer, "\u0080\u0002}(");
        int key = 0;
        foreach (JsonProperty tensor in document.RootElement.EnumerateObject()
            .Where(tensor => tensor.Name != "__metadata__"))
        {
            int[] place = [.. tensor.Value.GetProperty("data_offsets").EnumerateArray().Select(it => it.GetInt32())];
            int[] shape = [.. tensor.Value.GetProperty("shape").EnumerateArray().Select(it => it.GetInt32())];
            string type = tensor.Value.GetProperty("dtype").GetString() == "F32" ? "Float" : "Half";
            WriteText(writer, tensor.Name);
            Write(writer, "ctorch._utils\n_rebuild_tensor_v2\n((");
            WriteText(writer, "storage");
            Write(writer, $"ctorch\n{type}Storage\n");
            WriteText(writer, $"{key}");
            WriteText(writer, "cpu");
            WriteNumbers(writer, shape.Aggregate(1, (product, size) => product * size));
            Write(writer, "tQK\0(");
            WriteNumbers(writer, shape);
            Write(writer, "t(");
            WriteNumbers(
                writer, [.. shape.Select((_, i) => shape[(i + 1)..].Aggregate(1, (product, size) => product * size))]);
            Write(writer, "t\u0089NtR");
            using Stream values = archive.CreateEntry($"archive/data/{key++}", compression).Open();
            values.Write(bytes.AsSpan(8 + header + place[0], place[1] - place[0]));
        }

        Write(writer, "u.");
        using (Stream entry = archive.CreateEntry("archive/data.pkl", compression).Open())
        {
            entry.Write(pickle.ToArray());
        }

        File.Delete(safetensors);
        return folder;
    }

    private static void Write(BinaryWriter writer, string operations) =>
        writer.Write(Encoding.Latin1.GetBytes(operations));

    private static void WriteText(BinaryWriter writer, string text)
    {
        writer.Write((byte)'X');
        writer.Write(text.Length);
        Write(writer, text);
    }

    private static void WriteNumbers(BinaryWriter writer, params int[] numbers)
    {
        foreach (int number in numbers)
        {
            writer.Write((byte)'J');
            writer.Write(number);
        }
    }
}
