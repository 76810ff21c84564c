using FsCheck;
using FsCheck.Fluent;

namespace Aligner.Statistical.Tests;

internal static class Properties
{
    private static readonly Config Repeatable = Config.QuickThrowOnFailure.WithReplay(20071, 3);

    /// <summary>Runs the assertion on random values, the same ones each time.</summary>
    public static void Check<T>(this Gen<T> gen, Action<T> assertion) =>
        Prop.ForAll(gen.ToArbitrary(), assertion).Check(Repeatable);
}
