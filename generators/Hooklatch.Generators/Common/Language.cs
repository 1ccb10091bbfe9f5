using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hooklatch.Generators.Common;

/// <summary>The version of C# that generated code is written in.</summary>
internal static class Language
{
    /// <summary>Whether a file, and so its project, is compiled as a version that has all that generated code uses: collection expressions are the latest.</summary>
    public static bool IsSupported(SyntaxTree file) => file.Options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp12 };

    /// <inheritdoc cref="IsSupported(SyntaxTree)"/>
    public static bool IsSupported(Compilation project) => project.SyntaxTrees.FirstOrDefault() is not { } file || IsSupported(file);

    /// <summary>The version of a project for people.</summary>
    public static string NameOf(Compilation project) => ((CSharpCompilation)project).LanguageVersion.ToDisplayString();
}
