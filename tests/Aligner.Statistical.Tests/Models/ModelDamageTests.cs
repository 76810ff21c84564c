using Aligner.Core;
using Aligner.Statistical.Models;

namespace Aligner.Statistical.Tests.Models;

public class ModelDamageTests
{
    private static readonly byte[] File = Save(Samples.Train("hmm", Bitexts.Reader(Bitexts.Textbook)).Model);

    [Fact]
    public void A_file_cut_short_anywhere_is_refused()
    {
        for (int length = 0; length < File.Length; length++)
        {
            ShouldBeRefused(File[..length], $"cut to {length} of {File.Length} bytes");
        }
    }

    [Theory]
    [InlineData(0x01)]
    [InlineData(0x80)]
    [InlineData(0xFF)]
    public void One_changed_byte_anywhere_is_noticed(byte flip)
    {
        byte[] file = [.. File];
        for (int position = 0; position < file.Length; position++)
        {
            file[position] ^= flip;
            ShouldBeRefused(file, $"byte {position} of {file.Length} changed");
            file[position] ^= flip;
        }
    }

    internal static byte[] Save(StatisticalModel model)
    {
        using MemoryStream stream = new();
        StatisticalModelFormat.Write(stream, model);
        return stream.ToArray();
    }

    private static void ShouldBeRefused(byte[] file, string damage)
    {
        try
        {
            StatisticalModelFormat.Read(new MemoryStream(file), "model");
        }
        catch (DataException)
        {
            return;
        }
        catch (Exception exception)
        {
            throw new ShouldAssertException($"{damage}: {exception.GetType().Name}: {exception.Message}", exception);
        }

        throw new ShouldAssertException($"{damage}: not noticed");
    }
}
