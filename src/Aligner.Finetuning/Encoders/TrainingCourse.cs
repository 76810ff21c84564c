using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Aligner.Finetuning.Corpora;
using Aligner.Finetuning.Parameters;

namespace Aligner.Finetuning.Encoders;

/// <summary>What decides which batches come, in what order, and what they mean.</summary>
internal static class TrainingCourse
{
    /// <summary>Notes of a checkpoint, which training can go on from only if they are the same.</summary>
    public static Dictionary<string, string> Describe(
        EncoderTrainerOptions options, TrainingCorpus corpus, ParameterSet parameters)
    {
        SamplerOptions sampler = options.Sampler;
        Dictionary<string, string> notes = new()
        {
            ["tokenizer"] = options.Tokenizer,
            ["number of pairs"] = Text(corpus.Count),
            ["number of groups"] = Text(corpus.GroupCount),
            ["text"] = corpus.Fingerprint(),
            ["seed"] = Text(sampler.Seed),
            ["balance"] = Text(sampler.Balance),
            ["batch"] = Text(sampler.BatchPositions),
            ["pool"] = Text(sampler.PoolSize),
            ["batches a step"] = Text(options.BatchesPerStep),
        };
        double[] weights = [.. Enumerable.Range(0, corpus.GroupCount).Select(corpus.GroupWeight)];
        if (weights.Any(weight => weight != 1))
        {
            notes["weights"] = string.Join(' ', weights.Select(weight => Text(weight)));
        }

        if (parameters.Any(parameter => parameter.IsFrozen))
        {
            notes["frozen weights"] = Fingerprint(parameters.Where(parameter => parameter.IsFrozen));
        }

        return notes;
    }

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);

    private static string Fingerprint(IEnumerable<Parameter> parameters)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (Parameter parameter in parameters)
        {
            hash.AppendData(MemoryMarshal.AsBytes(parameter.Values));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
