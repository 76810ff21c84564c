using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Aligner.Serving.Batching;
using Aligner.Serving.Http;

namespace Aligner.Serving.Tests.Http;

public sealed class HttpServiceTests : IAsyncLifetime
{
    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _client = new();
    private readonly RequestBatcher _batcher = TrainedAligner.Serve();
    private Task _service = Task.CompletedTask;

    public async ValueTask InitializeAsync()
    {
        TaskCompletionSource<string> address = new();
        _service = HttpService.RunAsync(
            new IPEndPoint(IPAddress.Loopback, 0),
            _batcher,
            new ServingOptions { MaxBytes = 1000 },
            address.SetResult,
            _stop.Token);
        _client.BaseAddress = new Uri(await address.Task);
    }

    [Fact]
    public async Task A_pair_is_answered_with_its_words_and_links()
    {
        (HttpStatusCode status, JsonNode answer) =
            await PostAsync("""{"id":"x","source":"a b","target":"B A"}""");

        status.ShouldBe(HttpStatusCode.OK);
        answer["id"]!.ToString().ShouldBe("x");
        answer["links"]!.ToJsonString().ShouldBe("[[0,1],[1,0]]");
        answer["target"]!.ToJsonString().ShouldBe("""["B","A"]""");
        answer["sourceCharacters"]!.ToJsonString().ShouldBe("[[0,1],[2,3]]");
        JsonNode health = JsonNode.Parse(await _client.GetStringAsync("/health"))!;
        ((int)health["aligned"]!).ShouldBe(1);
    }

    /// <summary>Places count code points, of which the emoji is one.</summary>
    [Fact]
    public async Task Labels_of_a_source_are_answered_with_those_of_its_target()
    {
        (HttpStatusCode status, JsonNode answer) = await PostAsync(
            """
            {"id":[7],"source":"\ud83d\ude00 a b","target":"B \ud83d\ude00 A",
            "labels":[{"start":2,"end":3,"type":"X"}]}
            """,
            "/project");

        status.ShouldBe(HttpStatusCode.OK);
        answer["id"]!.ToJsonString().ShouldBe("[7]");
        answer["labels"]!.ToJsonString().ShouldBe("""[{"start":4,"end":5,"type":"X"}]""");
        answer["outcomes"]!.ToJsonString().ShouldBe("""["projected"]""");
    }

    [Fact]
    public async Task Inline_codes_of_a_source_are_put_in_its_target()
    {
        (HttpStatusCode status, JsonNode answer) =
            await PostAsync("""{"source":"{1}a{/1} <i>b</i>","target":"B A","markup":true}""", "/project");

        status.ShouldBe(HttpStatusCode.OK);
        answer["target"]!.ToString().ShouldBe("<i>B</i> {1}A{/1}");
    }

    [Theory]
    [InlineData("""{"source":"a","target":"A"}""", "markup")]
    [InlineData("""{"source":"a","target":"A","labels":[{"start":0,"end":9,"type":"X"}]}""", "from 0 to 9")]
    public async Task A_projection_of_nothing_is_refused(string body, string detail)
    {
        (HttpStatusCode status, JsonNode problem) = await PostAsync(body, "/project");

        status.ShouldBe(HttpStatusCode.BadRequest);
        problem["detail"]!.ToString().ShouldContain(detail);
    }

    [Theory]
    [InlineData("""{"source":1,"target":"a"}""", HttpStatusCode.BadRequest, "$.source")]
    [InlineData("""{"source":"a"}""", HttpStatusCode.BadRequest, "target")]
    [InlineData("no", HttpStatusCode.BadRequest, "JSON")]
    public async Task A_request_that_cannot_be_read_is_told_why(string body, HttpStatusCode expected, string detail)
    {
        (HttpStatusCode status, JsonNode problem) = await PostAsync(body);

        status.ShouldBe(expected);
        problem["detail"]!.ToString().ShouldContain(detail, Case.Insensitive);
    }

    [Fact]
    public async Task A_request_that_is_too_large_is_refused() =>
        (await PostAsync($$"""{"source":"{{new string('a', 2000)}}","target":"a"}""")).Status
            .ShouldBe(HttpStatusCode.RequestEntityTooLarge);

    /// <summary>A web page that gave its own name to this address could otherwise read the answers.</summary>
    [Fact]
    public async Task A_name_that_is_not_this_machines_own_is_refused()
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/health");
        request.Headers.Host = "example.com";

        using HttpResponseMessage response = await _client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_description_names_what_can_be_asked()
    {
        JsonNode description = JsonNode.Parse(await _client.GetStringAsync("/openapi/v1.json"))!;

        description["paths"]!.AsObject().Select(path => path.Key)
            .ShouldBe(["/align", "/project", "/health"], ignoreOrder: true);
        JsonNode schemas = description["components"]!["schemas"]!;
        schemas["ProjectRequest"]!["properties"]!.AsObject().Select(property => property.Key)
            .ShouldBe(["id", "source", "target", "labels", "markup"], ignoreOrder: true);
        schemas["SpanLabel"]!["required"]!.AsArray().Count.ShouldBe(3);
        description["info"]!["title"]!.ToString().ShouldBe("Aligner");
    }

    [Fact]
    public async Task A_request_that_has_come_is_answered_although_the_service_stops()
    {
        string large = string.Join(' ', Enumerable.Repeat("a", 200));
        Task<(HttpStatusCode Status, JsonNode Answer)> answer =
            PostAsync($$"""{"source":"{{large}}","target":"{{large}}"}""");
        while (_batcher.Health.Aligned == 0 && !answer.IsCompleted)
        {
            await Task.Delay(1);
        }

        await _stop.CancelAsync();

        (await answer).Status.ShouldBe(HttpStatusCode.OK);
        await _service;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _service;
        await _batcher.DisposeAsync();
        _client.Dispose();
        _stop.Dispose();
    }

    private async Task<(HttpStatusCode Status, JsonNode Answer)> PostAsync(string body, string path = "/align")
    {
        using StringContent content = new(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await _client.PostAsync(new Uri(path, UriKind.Relative), content);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }
}
