namespace Hooklatch;

/// <summary>
/// States that a header or query value is no credential although its name sounds like one, such as <c>tokenCount</c>, so that it is stored with a queued
/// delivery. What the endpoint's own verification reads is never stored, whatever stands here.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class NotCredentialAttribute : Attribute;
