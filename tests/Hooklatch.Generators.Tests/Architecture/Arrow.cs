namespace Hooklatch.Generators.Tests.Architecture;

/// <summary>A room uses another: the file and line, and what it uses.</summary>
internal sealed record Arrow(string From, string To, string File, int Line, string Type)
{
    public override string ToString() => $"{File}:{Line}: {Named(From)} → {Named(To)} ({Type})";

    private static string Named(string room) => room.Length == 0 ? "(root)" : room;
}
