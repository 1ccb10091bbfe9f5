namespace Hooklatch;

/// <summary>
/// States that a header or query value is no credential although its name sounds like one, such as <c>tokenCount</c>, so that it is stored with a queued
/// delivery. What a token or a signature of the endpoint is read from is never stored, whatever stands here. What a verifier in code reads nobody else knows:
/// there, leave this away from what proves the sender.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class NotCredentialAttribute : Attribute;
