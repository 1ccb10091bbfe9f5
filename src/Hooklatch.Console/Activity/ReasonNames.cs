namespace Hooklatch.Console.Activity;

/// <summary>
/// Gives each reason of a refusal a number. There are few reasons, and they are constants of the core; a verifier in code cannot add more than there is room for.
/// </summary>
internal sealed class ReasonNames
{
    /// <summary>How many are told apart; the last number stands for all others.</summary>
    public const int Count = 32;

    private const string Others = "other";

    private readonly Lock _lock = new();
    private string[] _names = [];

    /// <summary>The number of a reason.</summary>
    public int Of(string? reason)
    {
        if (reason is null)
        {
            return Count - 1;
        }

        var at = Array.IndexOf(Volatile.Read(ref _names), reason);
        return at >= 0 ? at : Add(reason);
    }

    /// <summary>The reason of a number.</summary>
    public string NameOf(int number) => Volatile.Read(ref _names) is { } names && number < names.Length ? names[number] : Others;

    private int Add(string reason)
    {
        lock (_lock)
        {
            var at = Array.IndexOf(_names, reason);
            if (at >= 0 || _names.Length == Count - 1)
            {
                return at >= 0 ? at : Count - 1;
            }

            Volatile.Write(ref _names, [.. _names, reason]);
            return _names.Length - 1;
        }
    }
}
