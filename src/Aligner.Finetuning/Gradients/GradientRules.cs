using System.Collections.Frozen;
using Aligner.Finetuning.Gradients.Rules;

namespace Aligner.Finetuning.Gradients;

/// <summary>The gradient rule of each operator.</summary>
internal static class GradientRules
{
    private static readonly FrozenDictionary<string, GradientRule> ByOperator =
        new[]
        {
            ArithmeticRules.All,
            FunctionRules.All,
            ActivationRules.All,
            MatrixRules.All,
            SoftmaxRules.All,
            NormalizationRules.All,
            LookupRules.All,
            LayoutRules.All,
            ReductionRules.All,
        }.SelectMany(rules => rules).ToFrozenDictionary(rule => rule.Operator, rule => rule.Rule);

    // What they give does not change with small changes of what they take, or, for Cast, is declared not to.
    private static readonly FrozenSet<string> Constant =
    [
        "ArgMax", "ArgMin", "Cast", "Ceil", "ConstantOfShape", "Equal", "Floor", "Greater", "GreaterOrEqual", "Less",
        "LessOrEqual", "NonZero", "Not", "OneHot", "Range", "Round", "Shape", "Sign", "Size",
    ];

    /// <summary>Whether gradients end at the operator.</summary>
    public static bool IsConstant(string type) => Constant.Contains(type);

    /// <exception cref="NotSupportedException">There is none for the operator.</exception>
    public static GradientRule Get(string type) => ByOperator.TryGetValue(type, out GradientRule? rule)
        ? rule
        : throw new NotSupportedException(
            $"there is no gradient rule for the operator {type}; there are rules for "
            + string.Join(", ", ByOperator.Keys.Order(StringComparer.Ordinal)));
}
