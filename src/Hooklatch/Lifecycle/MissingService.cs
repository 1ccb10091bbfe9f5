namespace Hooklatch.Lifecycle;

/// <summary>A service that a plugin's generated code asks for and nothing registers.</summary>
/// <param name="Type">The service.</param>
/// <param name="Key">The key by which it is asked for; <see langword="null"/> for none.</param>
/// <param name="Users">The author's classes and methods that take it.</param>
internal sealed record MissingService(Type Type, object? Key, string Users)
{
    /// <summary>What is missing, for whom, and the line that adds it.</summary>
    public override string ToString()
    {
        if (Type == typeof(IJobs) || Type == typeof(IPluginKeyValueStore))
        {
            return $"{TypeText.Of(Type)} is needed by {Users}, and this host has no store. Reference one in the project of the host: <PackageReference Include=\"Hooklatch.Sqlite\" />";
        }

        var key = Key is null ? "" : $" with the key {RegistrationText.OfKey(Key)}";
        return $"{TypeText.Of(Type)}{key} is needed by {Users}. Add {RegistrationText.Of(Type, Key)};";
    }
}
