using System.Net;
using System.Text.Json.Serialization;
using Aligner.Serving.Batching;
using Aligner.Serving.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aligner.Serving.Http;

/// <summary>
/// Answers over HTTP: <c>POST /align</c>, <c>POST /project</c>, <c>GET /health</c>, <c>GET /openapi/v1.json</c>.
/// </summary>
public static class HttpService
{
    /// <summary>Answers until it is stopped; requests that have come are still answered.</summary>
    /// <param name="endpoint">Where to listen; port 0 takes a free one.</param>
    /// <param name="batcher">Aligns the pairs.</param>
    /// <param name="options">How large a request may be, and how long it may take.</param>
    /// <param name="started">Told the address when requests can come.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="IOException">The address is in use or cannot be had.</exception>
    public static async Task RunAsync(
        IPEndPoint endpoint,
        RequestBatcher batcher,
        ServingOptions options,
        Action<string> started,
        CancellationToken stop)
    {
        await using WebApplication app = Build(endpoint, batcher, options);
        await app.StartAsync(stop);
        started(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (stop.Register(stopped.SetResult))
        {
            await stopped.Task;
        }

        using CancellationTokenSource patience = new(options.TimeLimit);
        await app.StopAsync(patience.Token);
    }

    private static WebApplication Build(IPEndPoint endpoint, RequestBatcher batcher, ServingOptions options)
    {
        // Nothing comes from the environment, or from settings that lie in the folder.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.MaxBytes;
            kestrel.Listen(endpoint);
        });
        builder.Services.AddRouting();
        builder.Services.AddSingleton<IHostLifetime, UnattendedLifetime>();
        builder.Services.AddOpenApi(description => description.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Aligner";
            return Task.CompletedTask;
        }));
        builder.Services.AddProblemDetails(problems => problems.CustomizeProblemDetails = problem =>
            problem.ProblemDetails.Detail ??= Explain(problem.Exception));
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = options.TimeLimit,
            TimeoutStatusCode = StatusCodes.Status504GatewayTimeout,
        });
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ServingJson.Relaxed);
            json.SerializerOptions.DefaultIgnoreCondition = ServingJson.Relaxed.Options.DefaultIgnoreCondition;
            json.SerializerOptions.Encoder = ServingJson.Relaxed.Options.Encoder;
            foreach (JsonConverter converter in ServingJson.Relaxed.Options.Converters)
            {
                json.SerializerOptions.Converters.Add(converter);
            }
        });
        if (IPAddress.IsLoopback(endpoint.Address))
        {
            // A page in a browser may not reach the service by a name of its own for this address.
            builder.Services.AddHostFiltering(hosts => hosts.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"]);
        }

        WebApplication app = builder.Build();
        app.UseHostFiltering();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = exception => exception is BadHttpRequestException bad
                ? bad.StatusCode
                : StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePages();
        app.UseRouting();
        app.UseRequestTimeouts();
        app.MapOpenApi();
        app.MapGet("/health", () => batcher.Health).WithSummary("How the service does");
        Describe(
            app.MapPost("/align", (AlignRequest request, HttpContext context) =>
                AnswerAsync(request, pair => AlignResponse.Of(request, pair), batcher, context.RequestAborted)),
            "The links of a sentence pair");
        Describe(
            app.MapPost("/project", (ProjectRequest request, HttpContext context) => AnswerAsync(
                request,
                pair => ProjectResponse.Of(request, pair, options.Projection),
                batcher,
                context.RequestAborted)),
            "Labels or inline codes of a sentence in its translation");
        return app;
    }

    private static void Describe(RouteHandlerBuilder route, string summary) => route
        .WithSummary(summary)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<Results<Ok<TResponse>, ProblemHttpResult>> AnswerAsync<TResponse>(
        PairRequest request,
        Func<AlignedPair, TResponse> answer,
        RequestBatcher batcher,
        CancellationToken cancellation)
        where TResponse : PairResponse
    {
        try
        {
            return TypedResults.Ok(answer(await batcher.AlignAsync(request.Pair, cancellation)));
        }
        catch (ServiceBusyException exception)
        {
            return TypedResults.Problem(exception.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>What a client may know of its mistake; nothing of a fault of the service.</summary>
    private static string? Explain(Exception? exception) => exception is BadHttpRequestException
        ? exception.InnerException?.Message ?? exception.Message
        : null;

    /// <summary>Signals are for the program, which stops the service.</summary>
    private sealed class UnattendedLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
