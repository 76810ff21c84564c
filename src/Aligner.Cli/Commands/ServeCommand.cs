using System.CommandLine;
using System.Net;
using Aligner.Cli.Hosting;
using Aligner.Cli.Options;
using Aligner.Core.Text;
using Aligner.Serving;
using Aligner.Serving.Batching;
using Aligner.Serving.Http;
using Aligner.Serving.Lines;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner serve</c>: answers requests, a JSON object a line or over HTTP, until it is stopped.</summary>
internal sealed class ServeCommand : ToolCommand
{
    private static readonly ServingOptions Defaults = new();

    private readonly Option<string?> _model = OptionFactory.Path(
        "--model",
        "Align with a model that train saved, or with a model folder; if absent, with the encoder that ships");

    private readonly Option<int?> _http = OptionFactory.OptionalInteger(
        "--http",
        "Answer over HTTP at this port, 0 for a free one",
        IPEndPoint.MinPort,
        IPEndPoint.MaxPort,
        absent: "JSON Lines from standard input to standard output");

    private readonly Option<IPAddress> _listen = new ToolOption<IPAddress>("--listen")
    {
        Default = IPAddress.Loopback.ToString(),
        Description = "With --http, the address to listen at; 0.0.0.0 lets other machines in",
        HelpName = "ADDRESS",
        Arity = ArgumentArity.ExactlyOne,
        DefaultValueFactory = _ => IPAddress.Loopback,
        CustomParser = result =>
        {
            if (IPAddress.TryParse(result.Tokens[0].Value, out IPAddress? address))
            {
                return address;
            }

            result.AddError($"--listen: '{result.Tokens[0].Value}' is no address such as 127.0.0.1");
            return null;
        },
    };

    private readonly Option<int> _maxBytes = OptionFactory.Integer(
        "--max-bytes", "Refuse requests with more bytes", Defaults.MaxBytes, 1);

    private readonly Option<int> _maxWaiting = OptionFactory.Integer(
        "--max-waiting", "Refuse requests (HTTP 503) while so many pairs wait", Defaults.MaxWaiting, 1);

    private readonly Option<int> _timeLimit = OptionFactory.Integer(
        "--time-limit", "Seconds that a request over HTTP may take", (int)Defaults.TimeLimit.TotalSeconds, 1, 86_400);

    private readonly ProjectionBundle _projection;
    private readonly TextBundle _text;
    private readonly RunBundle _run;

    public ServeCommand()
        : base("serve", "Answer requests for links and labels, as JSON Lines or over HTTP")
    {
        Add(Headings.Method, _model);
        Add(Headings.Serving, _http, _listen, _maxBytes, _maxWaiting, _timeLimit);
        _projection = new ProjectionBundle(this);
        _text = new TextBundle(this, withUnits: true);
        _run = new RunBundle(this);
        AddCheck(result => result.GetValue(_http) is null && result.GetResult(_listen) is { Implicit: false }
            ? "--listen needs --http"
            : null);
    }

    public override IReadOnlyList<string> Essentials { get; } =
        ["--model", "--http", "--listen", "--max-bytes", "--time-limit", "--tokenizer", "--units", "--threads"];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aligner serve --model corpus.model", "a JSON object a line in, a JSON object a line out"),
        new("aligner serve --http 8080", "POST /align takes {\"source\": \"...\", \"target\": \"...\"}"),
        new("aligner serve --policy hull", "labels and inline codes in a request are carried to the target"),
    ];

    /// <summary>Requests that have come are answered.</summary>
    protected override TimeSpan Grace => Defaults.TimeLimit;

    protected override void Run(ParseResult parsed, CommandContext context)
    {
        if (_text.Units.CountsCharacters(parsed))
        {
            throw new UsageException("--units characters cannot be given: answers have the places of all words");
        }

        RunSettings run = _run.Settings(parsed, context);
        ServingOptions options = new()
        {
            MaxBytes = parsed.GetValue(_maxBytes),
            MaxWaiting = parsed.GetValue(_maxWaiting),
            TimeLimit = TimeSpan.FromSeconds(parsed.GetValue(_timeLimit)),
            Projection = _projection.Options(parsed),
        };
        using WordAligner aligner = WordAligner.Load(parsed.GetValue(_model), new WordAlignerOptions
        {
            Text = _text.Tokenizer.TextOptions(parsed),
            Units = _text.Units.Options(parsed),
            MaxLength = _text.MaxLength(parsed),
            Threads = run.Threads,
        });
        ServeAsync(parsed, aligner, options, context).GetAwaiter().GetResult();
    }

    private async Task ServeAsync(
        ParseResult parsed, WordAligner aligner, ServingOptions options, CommandContext context)
    {
        await using RequestBatcher batcher = new(aligner, options);
        if (parsed.GetValue(_http) is { } port)
        {
            await HttpService.RunAsync(
                new IPEndPoint(parsed.GetValue(_listen)!, port),
                batcher,
                options,
                address => context.Messages.Note($"answering at {address}"),
                context.Cancellation);
            return;
        }

        OutputStream output = context.Own(OutputStream.Create(path: null, overwrite: false));
        long failed = await LineService.RunAsync(
            TextInput.OpenStream(TextInput.StandardStreamPath), output, batcher, options, context.Cancellation);
        output.Commit();
        if (failed > 0)
        {
            context.Messages.Warn($"{failed} {(failed == 1 ? "request" : "requests")} failed");
        }
    }
}
