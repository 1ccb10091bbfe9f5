using System.Composition;
using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.Handlers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Hooklatch.CodeFixes;

/// <summary>HL0017: writes what follows the base of the plugin, and parameters without constraints.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class WriteEndpointFix() : RewriteTextFix(Descriptors.InvalidEndpoint)
{
    protected override string? Meant(string text) => EndpointTemplate.Meant(text);
}
