using System.Threading.Channels;
using Aligner.Serving.Requests;

namespace Aligner.Serving.Batching;

/// <summary>
/// Aligns pairs that are asked for one by one: those that wait at the same time, beside each other. A pair is read and
/// aligned as if it were alone, so that its links do not depend on who else asks.
/// </summary>
public sealed class RequestBatcher : IAsyncDisposable
{
    private readonly WordAligner _aligner;
    private readonly int _maxBatch;
    private readonly Channel<Waiting> _channel;
    private readonly Task _work;
    private long _aligned;

    /// <param name="aligner">The aligner; not disposed of.</param>
    /// <param name="options">How many pairs may wait, and how many are aligned together.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is not positive.</exception>
    public RequestBatcher(WordAligner aligner, ServingOptions options)
    {
        options.Validate();
        (_aligner, _maxBatch) = (aligner, options.MaxBatch);
        _channel = Channel.CreateBounded<Waiting>(
            new BoundedChannelOptions(options.MaxWaiting) { SingleReader = true });
        _work = Task.Run(WorkAsync);
    }

    /// <summary>How the service does.</summary>
    public ServiceHealth Health => new("ok", _channel.Reader.Count, Interlocked.Read(ref _aligned));

    /// <summary>Aligns a pair.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="ServiceBusyException">Too many pairs wait.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Task<AlignedPair> AlignAsync(PairText pair, CancellationToken cancellation)
    {
        Waiting waiting = new(pair, cancellation);
        return _channel.Writer.TryWrite(waiting)
            ? waiting.Answer.Task.WaitAsync(cancellation)
            : throw new ServiceBusyException();
    }

    /// <summary>The same, but waits for room where too many pairs wait. A pair that has room is aligned.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="cancellation">Ends the waiting for room.</param>
    /// <returns>A task that ends when the pair has room, and gives the task of its links.</returns>
    public async Task<Task<AlignedPair>> EnqueueAsync(PairText pair, CancellationToken cancellation)
    {
        Waiting waiting = new(pair, CancellationToken.None);
        await _channel.Writer.WriteAsync(waiting, cancellation);
        return waiting.Answer.Task;
    }

    /// <summary>Takes no more pairs, and ends when those that wait are aligned.</summary>
    public async ValueTask DisposeAsync()
    {
        _channel.Writer.TryComplete();
        await _work;
    }

    private async Task WorkAsync()
    {
        List<Waiting> batch = [];
        while (await _channel.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < _maxBatch && _channel.Reader.TryRead(out Waiting? next))
            {
                if (!next.Cancellation.IsCancellationRequested)
                {
                    batch.Add(next);
                }
            }

            Align(batch);
        }
    }

    private void Align(List<Waiting> batch)
    {
        try
        {
            IReadOnlyList<AlignedPair> pairs = _aligner.LinkEach([.. batch.Select(waiting => waiting.Pair)]);
            Interlocked.Add(ref _aligned, batch.Count);
            foreach ((Waiting waiting, AlignedPair pair) in batch.Zip(pairs))
            {
                waiting.Answer.TrySetResult(pair);
            }
        }
        catch (Exception exception)
        {
            batch.ForEach(waiting => waiting.Answer.TrySetException(exception));
        }
    }

    private sealed record Waiting(PairText Pair, CancellationToken Cancellation)
    {
        public TaskCompletionSource<AlignedPair> Answer { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
