using System.CommandLine;
using Aligner.Cli.Options;

namespace Aligner.Cli.Methods;

/// <summary>The options of <c>align</c> that mean the same for every family of methods.</summary>
/// <param name="Method">Which aligner.</param>
/// <param name="Threshold">What a link's probability must be above.</param>
/// <param name="Text">How text becomes words.</param>
internal sealed record SharedOptions(Option<string> Method, Option<double?> Threshold, TextBundle Text);
