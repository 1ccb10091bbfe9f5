namespace Hooklatch.Cli.Tests.Harness;

/// <summary>What a fake server answers.</summary>
internal sealed record FakeAnswer(int Status, string Text = "", string Type = "application/json");
