using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aligner.Serving.Requests;

/// <summary>How requests and answers are written: absent fields are left out, and words stay readable.</summary>
[JsonSerializable(typeof(AlignRequest))]
[JsonSerializable(typeof(AlignResponse))]
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
    });
}
