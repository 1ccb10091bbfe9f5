using Hooklatch.Analyzers.Tests.Testing;
using Hooklatch.CodeFixes;

namespace Hooklatch.Analyzers.Tests.Checks;

/// <summary>HL0058: no generated context writes a secret.</summary>
public class JsonTests
{
    private const string Usings = "using System.Text.Json.Serialization;\n\n";
    private const string Context = "\n[JsonSerializable(typeof(Answer))]\ninternal sealed partial class Json : JsonSerializerContext;\n";

    [Fact]
    public Task A_secret_in_a_context_is_rejected_wherever_it_is_reached_from() =>
        Verify.Plugin(
            Usings
                + """
                public sealed record Answer(Dictionary<string, Tenant> Tenants);

                public class Shared { [Secret] public string? {|HL0058:Inherited|} { get; init; } }

                public sealed class Tenant : Shared { [Secret] public string[] {|HL0058:Keys|} { get; init; } = []; }
                """
                + Context,
            "The context 'Json' would write the secret 'Shared.Inherited': mark the property [JsonIgnore]",
            "The context 'Json' would write the secret 'Tenant.Keys': mark the property [JsonIgnore]"
        );

    [Theory]
    [InlineData("[Secret, JsonIgnore] public string? Key { get; init; }")]
    [InlineData("[Secret] internal string? Key { get; init; }")]
    [InlineData("public string? Key { get; init; }")]
    public Task What_is_not_written_is_right(string property) =>
        Verify.Plugin($"{Usings}public sealed class Answer {{ {property} }}{Context}");

    [Fact]
    public async Task A_secret_of_another_assembly_is_told_at_the_context()
    {
        var plugin = new PluginProject("public sealed class Answer { [Secret] public string? Key { get; init; } }").Build();
        var marked = Usings + Context.Replace("Json :", "{|HL0058:Json|} :", StringComparison.Ordinal);

        await Verify.Project(
            new PluginProject(Markup.Remove(marked))
            {
                IsPlugin = false,
                Name = "Host",
                References = [plugin],
            },
            marked
        );
    }

    [Fact]
    public Task The_fix_leaves_it_out() =>
        VerifyFix.Turns<IgnoreSecretFix>(
            Usings + "public sealed class Answer\n{\n    [Secret]\n    public string? Key { get; init; }\n}\n" + Context,
            Usings + "public sealed class Answer\n{\n    [Secret]\n    [JsonIgnore]\n    public string? Key { get; init; }\n}\n" + Context
        );
}
