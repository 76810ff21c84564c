using System.Globalization;

namespace Aligner.Cli.Options;

/// <summary>The numbers that an option takes.</summary>
/// <param name="Minimum">The lower bound.</param>
/// <param name="Maximum">The upper bound; positive infinity if there is none.</param>
/// <param name="IsClosed">Whether the bounds themselves are allowed.</param>
internal readonly record struct NumberRange(double Minimum, double Maximum, bool IsClosed)
{
    /// <summary>More than one number and less than another.</summary>
    public static NumberRange Between(double minimum, double maximum) => new(minimum, maximum, IsClosed: false);

    /// <summary>From one number to another, both allowed.</summary>
    public static NumberRange From(double minimum, double maximum) => new(minimum, maximum, IsClosed: true);

    /// <summary>More than zero.</summary>
    public static NumberRange Positive { get; } = Between(0, double.PositiveInfinity);

    /// <summary>Whether the number is one of them.</summary>
    public bool Contains(double value) => double.IsFinite(value)
        && (IsClosed ? value >= Minimum && value <= Maximum : value > Minimum && value < Maximum);

    /// <summary>For a message, after "is not a".</summary>
    public override string ToString() => this switch
    {
        { Maximum: double.PositiveInfinity } => Text($"number above {Minimum}"),
        { IsClosed: true } => Text($"number from {Minimum} to {Maximum}"),
        _ => Text($"number between {Minimum} and {Maximum} (these two excluded)"),
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
