namespace Hooklatch;

/// <summary>
/// States that the JSON payload may come as a field of a form (<c>application/x-www-form-urlencoded</c>), as Slack's interactivity and
/// GitHub's form mode send it. What is verified is the form as it was received, unless the scheme signs <c>{payload}</c>, as
/// Gitea does; what the handler gets as the body is the field.
/// </summary>
/// <remarks>
/// It stands on a handler, on its class, or on the class of a signature attribute. A payload that comes as JSON is taken as it is, and so is
/// a form without the field, such as a command of Slack's, unless the handler needs JSON.
/// </remarks>
/// <param name="field">The field that holds the JSON.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class FormEnvelopeAttribute(string field) : Attribute
{
    /// <summary>The field that holds the JSON.</summary>
    public string Field { get; } = field;
}
