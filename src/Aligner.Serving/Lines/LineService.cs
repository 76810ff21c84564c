using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Aligner.Core;
using Aligner.Core.Text;
using Aligner.Serving.Batching;
using Aligner.Serving.Requests;

namespace Aligner.Serving.Lines;

/// <summary>Answers a JSON object a line, in order: one line for each line, an error too.</summary>
public static class LineService
{
    /// <summary>Answers all requests.</summary>
    /// <param name="input">The requests, in UTF-8; closed at the end.</param>
    /// <param name="output">Gets the answers; flushed after each that nothing follows at once.</param>
    /// <param name="batcher">Aligns them.</param>
    /// <param name="options">How many may wait, and how long a request may be.</param>
    /// <param name="stop">Takes no more requests; those that were read are answered.</param>
    /// <returns>The number of requests that failed.</returns>
    /// <exception cref="IOException">The input cannot be read, or the output not written.</exception>
    public static async Task<long> RunAsync(
        Stream input, Stream output, RequestBatcher batcher, ServingOptions options, CancellationToken stop)
    {
        Channel<Task<PairResponse>> answers = Channel.CreateBounded<Task<PairResponse>>(options.MaxWaiting);
        LineReader lines = new(input, "request");
        Task read = Task.Run(() => ReadAsync(lines, answers.Writer, batcher, options, stop), CancellationToken.None);
        await using CancellationTokenRegistration end = stop.Register(() => answers.Writer.TryComplete());
        long failed = 0;
        await foreach (Task<PairResponse> answer in answers.Reader.ReadAllAsync(CancellationToken.None))
        {
            PairResponse response = await answer;
            failed += response.Error is null ? 0 : 1;
            JsonSerializer.Serialize(output, response, response.GetType(), ServingJson.Relaxed);
            output.WriteByte((byte)'\n');
            if (answers.Reader.Count == 0)
            {
                output.Flush();
            }
        }

        // A read of standard input cannot be cancelled; the process ends without it.
        if (!stop.IsCancellationRequested)
        {
            await read;
        }

        return failed;
    }

    private static async Task ReadAsync(
        LineReader input,
        ChannelWriter<Task<PairResponse>> answers,
        RequestBatcher batcher,
        ServingOptions options,
        CancellationToken stop)
    {
        try
        {
            while (TryRead(input, options, out PairRequest? request, out string fault))
            {
                Task<PairResponse> answer = request is null
                    ? Task.FromResult(new PairResponse { Error = fault })
                    : AnswerAsync(request, await batcher.EnqueueAsync(request.Pair, stop), options);
                await answers.WriteAsync(answer, stop);
            }

            answers.TryComplete();
        }
        catch (Exception exception) when (exception is OperationCanceledException or ChannelClosedException)
        {
            answers.TryComplete();
        }
        catch (Exception exception)
        {
            answers.TryComplete(exception);
        }
        finally
        {
            input.Dispose();
        }
    }

    /// <summary>Reads a line: a request, or what is wrong with it. False at the end.</summary>
    private static bool TryRead(LineReader input, ServingOptions options, out PairRequest? request, out string fault)
    {
        (request, fault) = (null, string.Empty);
        try
        {
            if (input.ReadLine() is not { } line)
            {
                return false;
            }

            if (Encoding.UTF8.GetByteCount(line) > options.MaxBytes)
            {
                fault = $"line {input.Line}: more than {options.MaxBytes} bytes";
                return true;
            }

            request = ServingJson.Read(line);
            fault = $"line {input.Line}: no object";
        }
        catch (BrokenLineException exception)
        {
            fault = exception.Message;
        }
        catch (JsonException exception)
        {
            fault = $"line {input.Line}: {exception.Message}";
        }

        return true;
    }

    private static async Task<PairResponse> AnswerAsync(
        PairRequest request, Task<AlignedPair> links, ServingOptions options)
    {
        try
        {
            AlignedPair pair = await links;
            return request is ProjectRequest projection
                ? ProjectResponse.Of(projection, pair, options.Projection)
                : AlignResponse.Of(request, pair);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return new PairResponse { Id = request.Id, Error = exception.Message };
        }
    }
}
