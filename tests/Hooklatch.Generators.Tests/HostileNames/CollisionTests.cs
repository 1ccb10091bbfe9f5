using static Hooklatch.Generators.Tests.HostileNames.Plugin;

namespace Hooklatch.Generators.Tests.HostileNames;

/// <summary>Names that are equal to a file system or to each other: every declaration keeps a file of its own.</summary>
public sealed class CollisionTests
{
    [Fact]
    public void Handlers_whose_names_differ_in_case_or_parameters_only() =>
        Compiles(
            """
            [assembly: Plugin("dev", "sample")]

            namespace A
            {
                [Unverified("sample")]
                public static class Hooks
                {
                    [Webhook("/a")] public static Task On() => Task.CompletedTask;
                    [Webhook("/b")] public static Task On(int number) => Task.CompletedTask;
                    [Webhook("/c")] public static Task ON(string text) => Task.CompletedTask;
                }
            }

            namespace a
            {
                [Unverified("sample")]
                public static class HOOKS
                {
                    [Webhook("/d")] public static Task On() => Task.CompletedTask;

                    public static class Inner_
                    {
                        [Webhook("/e")] [Unverified("sample")] public static Task On() => Task.CompletedTask;
                    }

                    public static class Inner
                    {
                        [Webhook("/f")] [Unverified("sample")] public static Task _On() => Task.CompletedTask;
                    }
                }
            }
            """,
            endpoints: 6
        );

    [Fact]
    public void Schemes_whose_names_differ_in_case_or_namespace_only() =>
        Compiles(
            """
            using Hooklatch.Signing;

            [assembly: Plugin("dev", "sample")]

            namespace A
            {
                [HmacScheme(HmacAlgorithm.Sha256, Header = "X-A")] public sealed partial class AcmeSignatureAttribute : SignatureAttribute;
                [HmacScheme(HmacAlgorithm.Sha256, Header = "X-B")] public sealed partial class ACMESignatureAttribute : SignatureAttribute;
            }

            namespace Of.@event.@class
            {
                public sealed class Scheme;
                public sealed class Hooklatch;
                [HmacScheme(HmacAlgorithm.Sha256, Header = "X-E")] public sealed partial class AcmeSignatureAttribute : SignatureAttribute
                {
                    public sealed class Scheme;
                    public string? Signer { get; set; }
                }
                [HmacScheme(HmacAlgorithm.Sha256, Header = "X-F")] public sealed partial class @new : SignatureAttribute;
            }

            namespace B
            {
                [HmacScheme(HmacAlgorithm.Sha256, Header = "X-C")] public sealed partial class AcmeSignatureAttribute : SignatureAttribute;
                [HmacScheme(HmacAlgorithm.Sha256, Header = "X-D")] public sealed partial class Acme_OnSignatureAttribute : SignatureAttribute;
            }

            public static class Acme
            {
                [Webhook("/a")] [A.AcmeSignature(Secret = "A")] public static Task OnSender() => Task.CompletedTask;
                [Webhook("/b")] [A.ACMESignature(Secret = "A")] public static Task On() => Task.CompletedTask;
                [Webhook("/c")] [B.AcmeSignature(Secret = "A")] public static Task Sender() => Task.CompletedTask;
                [Webhook("/d")] [B.Acme_OnSignature(Secret = "A")] public static Task OnD() => Task.CompletedTask;
                [Webhook("/e")] [B.Acme_OnSignature(Secret = "B")] public static Task OnE() => Task.CompletedTask;
            }
            """,
            endpoints: 5
        );

    [Fact]
    public void Schemes_that_differ_in_their_envelope_only() =>
        Compiles(
            """
            using Hooklatch.Signing;

            [assembly: Plugin("dev", "sample")]

            namespace A { [HmacScheme(HmacAlgorithm.Sha256, Header = "X-A")] public sealed class AcmeSignatureAttribute : SignatureAttribute; }

            namespace B
            {
                [HmacScheme(HmacAlgorithm.Sha256, Header = "X-A")]
                [FormEnvelope("payload")]
                public sealed class AcmeSignatureAttribute : SignatureAttribute;
            }

            public static class Acme
            {
                [Webhook("/a")] [A.AcmeSignature(Secret = "A")] public static Task OnA() => Task.CompletedTask;
                [Webhook("/b")] [B.AcmeSignature(Secret = "A")] public static Task OnB() => Task.CompletedTask;
            }
            """,
            endpoints: 2
        );

    [Theory]
    [InlineData("_3CX")]
    [InlineData("__1Password_")]
    [InlineData("_")]
    [InlineData("Ünï")]
    public void Schemes_whose_names_begin_with_what_no_class_does(string name) =>
        Compiles(
            $$"""
            using Hooklatch.Signing;

            [assembly: Plugin("dev", "sample")]

            [HmacScheme(HmacAlgorithm.Sha256, Header = "X-A")]
            public sealed class {{name}}SignatureAttribute : SignatureAttribute;

            public static class Acme
            {
                [Webhook("/a")] [{{name}}Signature(Secret = "A")] public static Task On() => Task.CompletedTask;
            }
            """,
            endpoints: 1
        );

    [Fact]
    public void Configurations_whose_names_differ_in_case_or_namespace_only() =>
        Compiles(
            """
            [assembly: Plugin("dev", "sample")]

            namespace A
            {
                [PluginConfig] public sealed class Config { public string? Text { get; init; } }
            }

            namespace B
            {
                [PluginConfig] public sealed class Config { public string? Text { get; init; } }
                [PluginConfig] public sealed class CONFIG { public string? Text { get; init; } }
                [Unverified("sample")]
                public static class Config_
                {
                    [Webhook("/hook")] public static Task Binder() => Task.CompletedTask;
                }

                [Unverified("sample")]
                public static class Config2
                {
                    [Webhook("/hook2")] public static Task Binder() => Task.CompletedTask;
                }

                public static class Config3
                {
                    [PluginConfig] public sealed class Binder { public string? Text { get; init; } }

                    [Webhook("/hook3")] [Unverified("sample")] public static Task Binder_Binder() => Task.CompletedTask;
                }
            }
            """,
            endpoints: 3
        );

    [Fact]
    public void A_handler_that_is_called_like_a_binder() =>
        Compiles(
            """
            [assembly: Plugin("dev", "sample")]

            [PluginConfig]
            public sealed class Hooks
            {
                public string? Text { get; init; }

                [Webhook("/hook")] [Unverified("sample")] public static Task Binder() => Task.CompletedTask;
            }
            """,
            endpoints: 1
        );
}
