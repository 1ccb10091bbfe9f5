using Xunit.Sdk;

namespace Hooklatch.Analyzers.Tests.Testing;

/// <summary>The tester can fail: a wrong place, a missing or a surplus diagnostic, a wrong message and a C# error are all seen.</summary>
public class VerifyTests
{
    private const string Right = """[Webhook({|HL0001:"a"|}), Unverified("test")] public static Task A() => Task.CompletedTask;""";

    [Fact]
    public Task What_is_marked_right_passes() => Verify.Handlers(Right, "The endpoint \"a\" does not start with '/': write \"/a\"");

    [Theory]
    [InlineData("""[Webhook("a"), Unverified("test")] public static Task A() => Task.CompletedTask;""")]
    [InlineData("""[{|HL0001:Webhook("a")|}, Unverified("test")] public static Task A() => Task.CompletedTask;""")]
    [InlineData("""[Webhook({|HL0002:"a"|}), Unverified("test")] public static Task A() => Task.CompletedTask;""")]
    [InlineData("""[Webhook({|HL0001:"a"|}), {|HL0021:Unverified("test")|}] public static Task A() => Task.CompletedTask;""")]
    [InlineData("""[Webhook({|HL0001:"a"|}), Unverified("test")] public static Task A() => Task.Nothing;""")]
    public Task What_is_marked_wrong_fails(string marked) => Assert.ThrowsAnyAsync<XunitException>(() => Verify.Handlers(marked));

    [Fact]
    public Task A_wrong_message_fails() => Assert.ThrowsAnyAsync<XunitException>(() => Verify.Handlers(Right, "another message"));
}
