namespace Hooklatch.Sessions.Tests.Testing;

internal static class Failing
{
    /// <summary>The error that a send ends with.</summary>
    public static async Task<ChatException> ErrorAsync(this Task send) => await Assert.ThrowsAsync<ChatException>(() => send);
}
