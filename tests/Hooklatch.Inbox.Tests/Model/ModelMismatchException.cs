namespace Hooklatch.Inbox.Tests.Model;

/// <summary>A store did something else than the model.</summary>
internal sealed class ModelMismatchException(string message) : Exception(message);
