using Aligner.Core;
using Aligner.Core.Files;
using Aligner.Finetuning.Parameters;
using Aligner.Neural.Models;

namespace Aligner.Finetuning.Encoders;

/// <summary>
/// Means of the weights of models that were finetuned from one: as good as an ensemble, at the price of one (Wortsman
/// et al. 2022, "Model soups").
/// </summary>
public static class ModelAverage
{
    /// <param name="models">The models, at least one. Layer and tokenizer are those of the first.</param>
    /// <param name="target">The model folder to make.</param>
    /// <param name="overwrite">Whether an existing model folder may be replaced.</param>
    /// <exception cref="DataException">
    /// The models differ in shape, tokenizer or the rule for links, or have 8-bit or damaged weights.
    /// </exception>
    /// <exception cref="OutputExistsException">The target exists and may not be replaced.</exception>
    public static ModelFolder Build(IReadOnlyList<ModelFolder> models, string target, bool overwrite)
    {
        ModelFolder first = models[0];
        using ParameterSet mean = EncoderParameters.Read(first);
        foreach (ModelFolder model in models.Skip(1))
        {
            RequireAlike(first, model);
            using ParameterSet other = EncoderParameters.Read(model);
            foreach (Parameter parameter in mean)
            {
                Add(parameter.Values, other[parameter.Name].Values);
            }
        }

        foreach (Parameter parameter in mean)
        {
            Divide(parameter.Values, models.Count);
        }

        LinkSettings? links = first.Manifest.Links is { } settings
            ? settings with
            {
                Temperature = models.Average(model => model.Manifest.Links!.Temperature),
                NullSimilarity = models.Average(model => model.Manifest.Links!.NullSimilarity),
            }
            : null;
        return ModelBuilder.Build(
            target,
            first.Manifest.Encoder,
            mean.ToDictionary(parameter => parameter.Name, parameter => parameter.ToConstant()),
            first.Path,
            first.Manifest.DefaultLayer,
            links,
            overwrite);
    }

    private static void RequireAlike(ModelFolder first, ModelFolder other)
    {
        string? difference =
            first.Manifest.Encoder != other.Manifest.Encoder ? "shape"
            : Tokenizer(first) != Tokenizer(other) ? "tokenizer"
            : Rule(first) != Rule(other) ? "rule for links"
            : null;
        if (difference is not null)
        {
            throw new DataException($"{other.Path}: it has another {difference} than {first.Path}");
        }
    }

    private static string Tokenizer(ModelFolder model) => model.Manifest.Files[model.Manifest.Tokenizer].Sha256;

    private static LinkSettings? Rule(ModelFolder model) =>
        model.Manifest.Links is { } links ? links with { Temperature = null, NullSimilarity = null } : null;

    private static void Add(Span<float> sum, ReadOnlySpan<float> values)
    {
        for (int i = 0; i < sum.Length; i++)
        {
            sum[i] += values[i];
        }
    }

    private static void Divide(Span<float> values, float divisor)
    {
        foreach (ref float value in values)
        {
            value /= divisor;
        }
    }
}
