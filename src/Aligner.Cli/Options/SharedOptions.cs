using System.CommandLine;

namespace Aligner.Cli.Options;

/// <summary>The options of <c>align</c> that mean the same for several families of methods.</summary>
/// <param name="Method">Which aligner.</param>
/// <param name="Model">What was learned before: a file of <c>train</c> or a model folder.</param>
/// <param name="Encoder">How an encoder runs.</param>
/// <param name="LineBuffered">Whether each pair is answered before the next is read.</param>
/// <param name="Threshold">What a link's probability must be above.</param>
/// <param name="Text">How text becomes words.</param>
internal sealed record SharedOptions(
    Option<string> Method,
    Option<string?> Model,
    EncoderBundle Encoder,
    Option<bool> LineBuffered,
    Option<double?> Threshold,
    TextBundle Text);
