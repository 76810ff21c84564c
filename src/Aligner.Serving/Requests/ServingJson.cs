using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Aligner.Applications.Projection;

namespace Aligner.Serving.Requests;

/// <summary>How requests and answers are written: absent fields are left out, and words stay readable.</summary>
[JsonSerializable(typeof(AlignRequest))]
[JsonSerializable(typeof(AlignResponse))]
[JsonSerializable(typeof(ProjectRequest))]
[JsonSerializable(typeof(ProjectResponse))]
[JsonSerializable(typeof(PairResponse))]
[JsonSerializable(typeof(ServiceHealth))]
internal sealed partial class ServingJson : JsonSerializerContext
{
    /// <summary>The one instance in use.</summary>
    public static ServingJson Relaxed { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter<ProjectionOutcome>(JsonNamingPolicy.CamelCase) },
    });

    /// <summary>Reads a request: for the projection of labels or inline codes if it has them, else for links.</summary>
    /// <returns>The request; null for the word <c>null</c>.</returns>
    /// <exception cref="JsonException">It is none.</exception>
    public static PairRequest? Read(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        JsonElement root = document.RootElement;
        bool isProjection = root.ValueKind == JsonValueKind.Object
            && (IsGiven(root, "labels") || IsGiven(root, "markup"));
        return isProjection ? root.Deserialize(Relaxed.ProjectRequest) : root.Deserialize(Relaxed.AlignRequest);
    }

    private static bool IsGiven(JsonElement request, string name) =>
        request.TryGetProperty(name, out JsonElement value)
        && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.False);
}
