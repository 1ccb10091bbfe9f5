using Hooklatch.Generators.Common;
using Hooklatch.Generators.Validation;
using Hooklatch.Generators.Verification;

namespace Hooklatch.Generators.Parameters;

/// <summary>
/// A place that a parameter's value comes from: which parameters are its own, what it needs of the body, how it is bound and how it describes itself.
/// A source holds nothing. Models name it, and <see cref="ParameterSources"/> finds it by that name.
/// </summary>
internal abstract class ParameterSource
{
    protected ParameterSource() => Name = GetType().Name;

    /// <summary>The name in models.</summary>
    public string Name { get; }

    // Parse: what its parameters are.

    /// <summary>Whether a parameter is this source's. The first source of the list that says so gets it.</summary>
    public abstract bool Claims(Candidate candidate);

    /// <summary>Completes the model with what this source alone reads of the parameter.</summary>
    /// <returns><see langword="null"/> where the parameter cannot be bound; the parser has reported why.</returns>
    public virtual ParameterModel? Parse(Bindable target, ParameterModel model, ParameterParser parser) => model;

    /// <summary>Why the parameter cannot be bound where deliveries are verified in this way; <see langword="null"/> where it can.</summary>
    public virtual string? ProblemWith(VerificationModel verification) =>
        Body?.Format == BodyFormat.Form && verification.SendsJson ? $"{verification.Attribute} sends JSON, so a form never arrives"
        : Body == BodyNeed.Files && verification.SendsForms ? $"{verification.Attribute} sends fields of a form, so a file never arrives"
        : null;

    /// <summary>
    /// Why the parameter cannot be bound of a delivery that was stored, when its request is gone; <see langword="null"/> where it can.
    /// </summary>
    public virtual string? ProblemLater => null;

    /// <summary>Whether the value may be what proves who the sender is, which is not stored.</summary>
    public virtual bool MayBeCredential => false;

    /// <summary>Whether dependency injection must have the type.</summary>
    public virtual bool IsFromContainer => false;

    /// <summary>What the value is made of, where each part has a source of its own.</summary>
    public virtual IEnumerable<Bindable> PartsOf(Bindable target) => [];

    // Need: what has to be there before the value can be bound.

    /// <summary>What is read of the body; <see langword="null"/> for nothing.</summary>
    public abstract BodyNeed? Body { get; }

    /// <summary>Whether another parameter may read the same body in another form.</summary>
    public virtual bool SharesBody => false;

    /// <summary>Whether the author's own code may read the request.</summary>
    public virtual bool ReadsRequest => false;

    /// <summary>Whether the author's own code may ask for whatever is known of the delivery.</summary>
    public virtual bool SeesDelivery => false;

    /// <summary>Whether a serializer context must cover the type.</summary>
    public virtual bool NeedsJsonContext => false;

    // Check: what the author's rules are asked of.

    /// <summary>What the value is read from, for its rules; <see langword="null"/> for what is not the sender's, so that there is nothing to check.</summary>
    public virtual ValueSource? CheckedAs => null;

    /// <summary>The name under which the value's violations are reported.</summary>
    public virtual string RuleKey(ParameterModel parameter) => parameter.Key;

    // Emit: how it is bound.

    /// <summary>
    /// The expression that the parameter's variable is bound to; <see langword="null"/> where <see cref="Argument"/> is all there is, or where the
    /// variable is set with others.
    /// </summary>
    public abstract string? Binding(ParameterModel parameter);

    /// <summary>Whether the binding awaits the author's own code.</summary>
    public virtual bool IsAwaited => false;

    /// <summary>Whether the variable has the type as its author annotated it, and not as it is without annotations.</summary>
    public virtual bool IsAnnotated => false;

    /// <summary>The expression that is passed to the author's method.</summary>
    public virtual string Argument(ParameterModel parameter) =>
        parameter.ForbidsNull || parameter.HoldsNullable && !IsAnnotated ? parameter.Local + "!" : parameter.Local;

    /// <summary>What the parameter says of itself in the description of its handler; empty for what the sender does not know of.</summary>
    public abstract IEnumerable<DescribedMember> Describe(ParameterModel parameter);
}
