using Hooklatch.Providers.Tests.Harness;

namespace Hooklatch.Providers.Tests;

/// <summary>Every handshake that is recorded of a provider gets the recorded answer, and one that is tampered with does not.</summary>
public sealed class RecordedHandshakeTests(SampleHost host) : IClassFixture<SampleHost>
{
    public static TheoryData<string> Providers => [.. RecordedHandshake.All.Select(one => one.Request.Provider)];

    /// <summary>Those whose handshake proves who asks.</summary>
    public static TheoryData<string> Proven =>
        ["slack", "twitch", "discord", "discord-events", "zoom", "meta", "azure-event-grid", "wecom", "feishu", "dingtalk"];

    [Theory, MemberData(nameof(Providers))]
    public async Task A_recorded_handshake_gets_the_recorded_answer(string provider)
    {
        var recorded = Find(provider);

        Assert.Null(recorded.Problem(await host.SendAsync(recorded.Request)));
        Assert.Equal(recorded.Asks is null ? [] : [recorded.Asks], host.TakeAsked());
        Assert.NotEmpty(recorded.Source);
    }

    [Theory, MemberData(nameof(Proven))]
    public async Task A_handshake_of_somebody_else_gets_another_answer(string provider)
    {
        var recorded = Find(provider);
        var somebody = recorded.Request with { Secrets = ["another secret"], PublicKey = null, Others = [.. Changed(recorded.Request)] };

        Assert.NotNull(recorded.Problem(await host.SendAsync(somebody)));
        Assert.Empty(host.TakeAsked());
    }

    [Fact]
    public void No_recorded_handshake_was_lost() => Assert.Equal(28, RecordedHandshake.All.Count);

    private static RecordedHandshake Find(string provider) => RecordedHandshake.All.Single(one => one.Request.Provider == provider);

    private static IEnumerable<KeyValuePair<string, string>> Changed(Vector handshake) =>
        handshake.Others.Select(other =>
            KeyValuePair.Create(other.Key, other.Key is "VerifyToken" or "VerificationToken" ? "another token" : other.Value)
        );
}
