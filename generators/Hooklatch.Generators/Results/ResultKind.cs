using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Results;

/// <summary>
/// A kind of answer that a handler may return: which types are its own, what it needs, how it is written and how it describes itself.
/// A kind holds nothing. Models name it, and <see cref="ResultKinds"/> finds it by that name.
/// </summary>
internal abstract class ResultKind
{
    protected const string Runtime = "WebhookResult";

    protected ResultKind() => Name = GetType().Name;

    /// <summary>The name in models.</summary>
    public string Name { get; }

    // Parse: what its values are.

    /// <summary>Whether what a handler's task carries is of this kind, <see langword="null"/> for a task that carries nothing. The first kind of the list gets it.</summary>
    public abstract bool Claims(ITypeSymbol? value);

    /// <summary>Why a value cannot be written; <see langword="null"/> where it can.</summary>
    public virtual string? ProblemWith(ITypeSymbol value, bool hasStatus) =>
        value.SpecialType is SpecialType.System_Object ? "'object' does not say how it is written"
        : value.TypeKind is TypeKind.Dynamic or TypeKind.Pointer or TypeKind.FunctionPointer || value.IsRefLikeType ? "it has no JSON form"
        : null;

    // Need: what it takes to write them.

    /// <summary>Whether there is a value at all.</summary>
    public virtual bool HasValue => true;

    /// <summary>Whether a serializer context must cover the type.</summary>
    public virtual bool NeedsJsonContext => false;

    // Emit: how they are written.

    /// <summary>The runtime's answer, from the variable <c>result</c> if there is a value.</summary>
    public string Expression(ResultModel result) =>
        result.HasStatus ? Expression(result, "result.Item1", ", result.Item2") : Expression(result, "result", "");

    /// <summary>The runtime's answer once the author's task is done.</summary>
    /// <param name="result">The model.</param>
    /// <param name="task">The call of the author's method.</param>
    public virtual string After(ResultModel result, string task) => $"{Runtime}.After({task}, static result => {Expression(result)})";

    /// <param name="result">The model.</param>
    /// <param name="value">The expression for the value.</param>
    /// <param name="status">A further argument for the status, or nothing.</param>
    protected abstract string Expression(ResultModel result, string value, string status);

    // Describe.

    /// <summary>The member of the runtime's <c>AnswerKind</c>; <see langword="null"/> for an answer without a body.</summary>
    public abstract string? Answer { get; }

    /// <summary>Whether the value itself says with which status it is answered.</summary>
    public virtual bool ChoosesStatus => false;
}
