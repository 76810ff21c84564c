using Aligner.Finetuning.Parameters;

namespace Aligner.Finetuning.Optimization;

/// <summary>
/// AdamW over the parameters of a set that are not frozen. One without a gradient stays as it is; of one whose
/// gradient has only some rows, only those rows and their means change (the lazy variant, usual for tables of
/// embeddings). The result does not depend on the number of threads.
/// </summary>
internal sealed class AdamW
{
    /// <summary>Weights that one thread takes at a time.</summary>
    private const int Block = 1 << 14;

    private readonly AdamWOptions _options;
    private readonly ParallelOptions _parallel;
    private readonly (Parameter Parameter, float[] Mean, float[] Square)[] _states;

    /// <param name="parameters">What it changes.</param>
    /// <param name="options">Its numbers.</param>
    /// <param name="threads">Threads to share the work; 0 takes one for each core.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option makes no sense.</exception>
    public AdamW(ParameterSet parameters, AdamWOptions options, int threads = 0)
    {
        options.Validate();
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        _options = options;
        _parallel = new ParallelOptions { MaxDegreeOfParallelism = threads == 0 ? -1 : threads };
        _states = [.. parameters.Where(parameter => !parameter.IsFrozen).Select(parameter =>
            (parameter, new float[parameter.Values.Length], new float[parameter.Values.Length]))];
    }

    /// <summary>Steps taken so far.</summary>
    public long StepCount { get; internal set; }

    /// <summary>The means of the gradients and of their squares of each parameter, which a checkpoint keeps.</summary>
    internal IReadOnlyList<(Parameter Parameter, float[] Mean, float[] Square)> States => _states;

    /// <summary>Takes a step along the gradients; these stay.</summary>
    /// <param name="learningRate">The learning rate.</param>
    /// <param name="gradientScale">What the gradients are multiplied by, to clip them.</param>
    public void Step(float learningRate, float gradientScale = 1)
    {
        StepCount++;
        AdamWStep decaying = AdamWStep.Of(_options, StepCount, learningRate, gradientScale);
        AdamWStep staying = decaying with { Decay = 0 };
        Piece[] pieces = [.. _states.SelectMany((state, index) => Pieces(state.Parameter.Gradient, index))];
        Parallel.ForEach(pieces, _parallel, piece =>
        {
            (Parameter parameter, float[] mean, float[] square) = _states[piece.State];
            AdamWKernel.Update(
                parameter.Values.Slice(piece.Weight, piece.Length),
                parameter.Gradient.Values.Slice(piece.Gradient, piece.Length),
                mean.AsSpan(piece.Weight, piece.Length),
                square.AsSpan(piece.Weight, piece.Length),
                parameter.Decays ? decaying : staying);
        });
    }

    private static IEnumerable<Piece> Pieces(Gradient gradient, int state)
    {
        if (!gradient.IsDense)
        {
            int width = gradient.Width;
            return gradient.Rows.Select((row, i) => new Piece(state, row * width, i * width, width));
        }

        int length = gradient.Values.Length;
        return Enumerable.Range(0, (length + Block - 1) / Block).Select(block =>
            new Piece(state, block * Block, block * Block, Math.Min(Block, length - block * Block)));
    }

    private readonly record struct Piece(int State, int Weight, int Gradient, int Length);
}
