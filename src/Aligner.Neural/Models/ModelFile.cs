using System.Security.Cryptography;
using Aligner.Core.Files;

namespace Aligner.Neural.Models;

/// <summary>What a model folder says of a file.</summary>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its hash, in lower-case hexadecimal digits.</param>
public sealed record ModelFile(long Bytes, string Sha256)
{
    /// <summary>Measures a file.</summary>
    public static ModelFile Of(string path)
    {
        using FileStream stream = RegularFile.Open(path);
        return new ModelFile(stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }
}
