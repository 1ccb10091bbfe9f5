using Hooklatch.Inbox.Sealing;
using Microsoft.Extensions.Configuration;

namespace Hooklatch.Inbox.Tests.Sealing;

/// <summary>Keys as an operator configures them.</summary>
internal sealed class SealingKeys
{
    public const string Active = "Hooklatch:Inbox:Key";
    public const string One = "Hooklatch:Inbox:Keys:one";
    public const string Two = "Hooklatch:Inbox:Keys:two";

    public static readonly string FirstKey = Convert.ToBase64String([.. Enumerable.Range(1, 32).Select(number => (byte)number)]);
    public static readonly string SecondKey = Convert.ToBase64String([.. Enumerable.Range(101, 32).Select(number => (byte)number)]);

    private readonly LiveConfiguration _configuration = new();

    /// <summary>The key <c>one</c>, which seals, unless settings say otherwise.</summary>
    public SealingKeys(params (string Path, string? Value)[] settings)
    {
        Live = new LiveBodyKeys(new ConfigurationBuilder().Add(_configuration).Build(), Problems.Add);
        Change(settings is [] ? [(One, FirstKey), (Active, "one")] : settings);
    }

    public LiveBodyKeys Live { get; }

    /// <summary>What was said of changes.</summary>
    public List<string> Problems { get; } = [];

    public void Change(params (string Path, string? Value)[] settings) => _configuration.Change(settings);
}
