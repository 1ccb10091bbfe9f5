using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace Hooklatch.TestKit.Generators;

/// <summary>What the SDK gives every ASP.NET Core project: reference assemblies and generators, from the packs beside the running host.</summary>
internal static class Sdk
{
    private static readonly string Packs = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../packs"));

    public static ImmutableArray<MetadataReference> References { get; } =
    [
        .. Files("Microsoft.NETCore.App.Ref", "ref/net10.0", "*.dll")
            .Concat(Files("Microsoft.AspNetCore.App.Ref", "ref/net10.0", "*.dll"))
            .DistinctBy(Path.GetFileName)
            .Append(typeof(PluginAttribute).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>System.Text.Json's own generator, without which a serializer context does not compile.</summary>
    public static ISourceGenerator JsonGenerator() => Generator("Microsoft.NETCore.App.Ref", "System.Text.Json.SourceGeneration.dll");

    /// <summary>ASP.NET Core's generator for minimal APIs.</summary>
    public static ISourceGenerator RequestDelegateGenerator() =>
        Generator("Microsoft.AspNetCore.App.Ref", "Microsoft.AspNetCore.Http.RequestDelegateGenerator.dll");

    private static ISourceGenerator Generator(string pack, string file)
    {
        var assembly = Assembly.LoadFrom(Files(pack, "analyzers/dotnet/cs", file).Single());
        var type = assembly.GetTypes().Single(type => type.GetCustomAttribute<GeneratorAttribute>() is not null);
        return ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator();
    }

    /// <summary>The files of a pack's newest version.</summary>
    private static string[] Files(string pack, string folder, string pattern)
    {
        var newest = Directory.GetDirectories(Path.Combine(Packs, pack), "10.0.*").MaxBy(path => Version.Parse(Path.GetFileName(path)))!;
        return Directory.GetFiles(Path.Combine(newest, folder), pattern);
    }
}
