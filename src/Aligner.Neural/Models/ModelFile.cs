using System.Collections.Concurrent;
using System.Security.Cryptography;
using Aligner.Core.Files;

namespace Aligner.Neural.Models;

/// <summary>What a model folder says of a file.</summary>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its hash, in lower-case hexadecimal digits.</param>
public sealed record ModelFile(long Bytes, string Sha256)
{
    private static readonly ConcurrentDictionary<(string Path, long Bytes, DateTime Written), ModelFile> Known = [];

    /// <summary>Measures a file.</summary>
    public static ModelFile Of(string path)
    {
        using FileStream stream = RegularFile.Open(path);
        return Of(stream);
    }

    /// <summary>Measures a file, or remembers what it was when it had the same size and was as old.</summary>
    internal static ModelFile OfUnchanged(string path)
    {
        using FileStream stream = RegularFile.Open(path);
        DateTime written = File.GetLastWriteTimeUtc(stream.SafeFileHandle);
        return Known.GetOrAdd((Path.GetFullPath(path), stream.Length, written), _ => Of(stream));
    }

    private static ModelFile Of(FileStream stream)
    {
        return new ModelFile(stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }
}
