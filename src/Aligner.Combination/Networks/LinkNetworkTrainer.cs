using System.Numerics.Tensors;

namespace Aligner.Combination.Networks;

/// <summary>Fits a network to examples: logistic loss, Adam (Kingma and Ba 2015).</summary>
internal sealed class LinkNetworkTrainer
{
    private const float FirstDecay = 0.9f, SecondDecay = 0.999f, Smallest = 1e-8f;

    private readonly LinkExamples _examples;
    private readonly LinkNetworkOptions _options;
    private readonly Random _random;
    private readonly int _features;
    private readonly int _units;
    private readonly float[] _means;
    private readonly float[] _deviations;
    private readonly float[] _parameters;
    private readonly float[] _gradient;
    private readonly float[] _first;
    private readonly float[] _second;

    private LinkNetworkTrainer(LinkExamples examples, LinkNetworkOptions options)
    {
        (_examples, _options, _features, _units) = (examples, options, examples.Width, options.Units);
        _random = new Random(options.Seed);
        (_means, _deviations) = Spread(examples);
        int count = (_features * _units) + _units + _units + _features + 1;
        (_parameters, _gradient, _first, _second) =
            (new float[count], new float[count], new float[count], new float[count]);
        Draw(Weights(_parameters), 1 / Math.Sqrt(_features));
        Draw(Output(_parameters), 0.1);
    }

    /// <summary>The same network for the same examples, of which there is one at least, and options.</summary>
    /// <param name="examples">What to learn from.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Looked at between steps.</param>
    /// <exception cref="OperationCanceledException">Fitting was cancelled.</exception>
    public static LinkNetwork Fit(
        LinkExamples examples, LinkNetworkOptions options, CancellationToken cancellation = default) =>
        new LinkNetworkTrainer(examples, options).Fit(cancellation);

    private LinkNetwork Fit(CancellationToken cancellation)
    {
        int[] order = [.. Enumerable.Range(0, _examples.Count)];
        int batch = Math.Min(_options.BatchSize, order.Length), steps = _options.Epochs * (order.Length / batch);
        int step = 0;
        for (int epoch = 0; epoch < _options.Epochs; epoch++)
        {
            _random.Shuffle(order);
            for (int start = 0; start + batch <= order.Length; start += batch)
            {
                cancellation.ThrowIfCancellationRequested();
                Array.Clear(_gradient);
                foreach (int example in order.AsSpan(start, batch))
                {
                    AddGradient(example, batch);
                }

                double rate = _options.LearningRate * (1 - ((double)step / steps));
                Update(rate, ++step);
            }
        }

        return ToNetwork();
    }

    private void AddGradient(int example, int batch)
    {
        Span<float> x = stackalloc float[_features];
        Span<float> hidden = stackalloc float[_units], slope = stackalloc float[_units];
        TensorPrimitives.Subtract(_examples.Values(example), _means, x);
        TensorPrimitives.Divide(x, _deviations, x);
        Biases(_parameters).CopyTo(hidden);
        for (int k = 0; k < _features; k++)
        {
            TensorPrimitives.MultiplyAdd(Weights(_parameters).Slice(k * _units, _units), x[k], hidden, hidden);
        }

        TensorPrimitives.Tanh(hidden, hidden);
        float logOdds = _parameters[^1]
            + TensorPrimitives.Dot(hidden, Output(_parameters))
            + TensorPrimitives.Dot(x, Direct(_parameters));
        float error = (1 / (1 + MathF.Exp(-logOdds))) - _examples.Target(example);
        error *= _examples.Weight(example) / batch;

        for (int unit = 0; unit < _units; unit++)
        {
            slope[unit] = error * Output(_parameters)[unit] * (1 - (hidden[unit] * hidden[unit]));
        }

        TensorPrimitives.MultiplyAdd(hidden, error, Output(_gradient), Output(_gradient));
        TensorPrimitives.MultiplyAdd(x, error, Direct(_gradient), Direct(_gradient));
        TensorPrimitives.Add(Biases(_gradient), slope, Biases(_gradient));
        _gradient[^1] += error;
        for (int k = 0; k < _features; k++)
        {
            Span<float> row = Weights(_gradient).Slice(k * _units, _units);
            TensorPrimitives.MultiplyAdd(slope, x[k], row, row);
        }
    }

    private void Update(double rate, int step)
    {
        double firstBias = 1 - Math.Pow(FirstDecay, step), secondBias = 1 - Math.Pow(SecondDecay, step);
        for (int p = 0; p < _parameters.Length; p++)
        {
            float gradient = _gradient[p];
            _first[p] = (FirstDecay * _first[p]) + ((1 - FirstDecay) * gradient);
            _second[p] = (SecondDecay * _second[p]) + ((1 - SecondDecay) * gradient * gradient);
            _parameters[p] -= (float)(rate * (_first[p] / firstBias)
                / (Math.Sqrt(_second[p] / secondBias) + Smallest));
        }
    }

    /// <summary>The same function of features as they are, with the threshold at ½.</summary>
    private LinkNetwork ToNetwork()
    {
        float[] weights = Weights(_parameters).ToArray(), direct = Direct(_parameters).ToArray();
        float[] biases = Biases(_parameters).ToArray();
        double bias = _parameters[^1] - Math.Log(_options.Threshold / (1 - _options.Threshold));
        for (int k = 0; k < _features; k++)
        {
            Span<float> row = weights.AsSpan(k * _units, _units);
            TensorPrimitives.Divide(row, _deviations[k], row);
            TensorPrimitives.MultiplyAdd(row, -_means[k], biases, biases);
            direct[k] /= _deviations[k];
            bias -= direct[k] * _means[k];
        }

        return new LinkNetwork
        {
            Features = _examples.Features,
            Weights = weights,
            HiddenBiases = biases,
            Output = Output(_parameters).ToArray(),
            Direct = direct,
            Bias = (float)bias,
        };
    }

    private static (float[] Means, float[] Deviations) Spread(LinkExamples examples)
    {
        int features = examples.Width;
        double[] sums = new double[features], squares = new double[features];
        for (int example = 0; example < examples.Count; example++)
        {
            ReadOnlySpan<float> x = examples.Values(example);
            for (int k = 0; k < features; k++)
            {
                sums[k] += x[k];
                squares[k] += (double)x[k] * x[k];
            }
        }

        float[] means = [.. sums.Select(sum => (float)(sum / examples.Count))];
        return (means, [.. squares.Select((square, k) =>
            (float)Math.Sqrt(Math.Max(0, (square / examples.Count) - ((double)means[k] * means[k]))) + 1e-3f)]);
    }

    private void Draw(Span<float> values, double deviation)
    {
        foreach (ref float value in values)
        {
            value = (float)(deviation
                * Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble()));
        }
    }

    private Span<float> Weights(float[] all) => all.AsSpan(0, _features * _units);

    private Span<float> Biases(float[] all) => all.AsSpan(_features * _units, _units);

    private Span<float> Output(float[] all) => all.AsSpan((_features + 1) * _units, _units);

    private Span<float> Direct(float[] all) => all.AsSpan((_features + 2) * _units, _features);
}
