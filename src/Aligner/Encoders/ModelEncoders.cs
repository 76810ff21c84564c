using System.Security.Cryptography;
using Aligner.Core;
using Aligner.Neural.Models;
using Aligner.Statistical.Models;

namespace Aligner.Encoders;

/// <summary>Finds the encoders that saved models name.</summary>
public static class ModelEncoders
{
    /// <summary>What a saved model says of an encoder: the name of the one that ships, or path and hash.</summary>
    public static ModelEncoder Name(ModelFolder folder) => folder.Path == ShippedEncoder.Folder
        ? new ModelEncoder(ShippedEncoder.Name)
        : new ModelEncoder(Path.GetFullPath(folder.Path), HashOf(folder));

    /// <summary>Opens the encoder that a model names; null if it ships, but not with this build.</summary>
    /// <exception cref="DataException">The folder is gone, damaged, or holds another encoder.</exception>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static ModelFolder? Open(ModelEncoder encoder)
    {
        if (encoder.Hash is null)
        {
            return encoder.Name == ShippedEncoder.Name
                ? ShippedEncoder.Open()
                : throw new DataException(
                    $"the model names an encoder that this version does not have: {encoder.Name}");
        }

        if (!Directory.Exists(encoder.Name))
        {
            throw new DataException($"{encoder.Name}: the encoder that the model was trained with is not there");
        }

        ModelFolder folder = ModelFolder.Open(encoder.Name);
        return HashOf(folder) == encoder.Hash
            ? folder
            : throw new DataException($"{encoder.Name}: not the encoder that the model was trained with");
    }

    /// <summary>The hash of the manifest, which has those of all files.</summary>
    private static string HashOf(ModelFolder folder) => Convert.ToHexStringLower(
        SHA256.HashData(File.ReadAllBytes(Path.Combine(folder.Path, ModelManifest.FileName))));
}
