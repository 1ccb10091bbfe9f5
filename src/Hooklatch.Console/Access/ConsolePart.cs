namespace Hooklatch.Console.Access;

/// <summary>Metadata of an endpoint: which part of the console it is.</summary>
/// <param name="IsApi">The API, which asks who calls. The page is for everybody: it holds nothing of the host.</param>
internal sealed record ConsolePart(bool IsApi)
{
    public static ConsolePart Page { get; } = new(IsApi: false);

    public static ConsolePart Api { get; } = new(IsApi: true);
}
