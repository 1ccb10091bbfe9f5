using System.Collections.Immutable;
using System.Runtime.Loader;
using System.Text;
using Basic.Reference.Assemblies;
using Hooklatch.Binding;
using Hooklatch.Generators.Common;
using Hooklatch.Generators.FromJson;
using Hooklatch.Http;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hooklatch.Generators.Tests.FromJson;

/// <summary>
/// What a handler takes from its payload, emitted, compiled and run: <c>Of("""[FromJson("a")] int a""")</c>. A handler
/// is written as its list of parameters, and as further members of its class where it needs types of its own.
/// </summary>
internal sealed class Projection
{
    private static readonly CSharpParseOptions Language = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp14);

    private Projection(string source, Type hooks)
    {
        Source = source;
        TryRead = hooks.GetMethod("Read")!.CreateDelegate<Func<byte[], BindingErrors, object?[]?>>();
        Accepts = hooks.GetMethod("Accepts")!.CreateDelegate<Func<byte[], BindingErrors, bool>>();
    }

    /// <summary>The emitted code.</summary>
    public string Source { get; }

    /// <summary>The values; null for malformed JSON.</summary>
    public Func<byte[], BindingErrors, object?[]?> TryRead { get; }

    /// <summary>The same pass, with the values discarded.</summary>
    public Func<byte[], BindingErrors, bool> Accepts { get; }

    public static Projection Of(string signature, string members = "")
    {
        var user = $$"""
            #nullable enable
            using System;
            using System.Collections.Generic;
            using System.Collections.Immutable;
            using System.Text.Json;
            using System.Text.Json.Nodes;
            using Hooklatch;

            public static partial class Hooks
            {
                public static void Handle({{signature}}) { }
                {{members}}
            }
            """;
        var parameters = ParametersOf(Compile(user));
        var source = Emit(Model(parameters));
        var compilation = Compile(
            user,
            $$"""
            #nullable enable
            using Hooklatch.Json;

            public static partial class Hooks
            {
            {{source}}
            }
            """
        );
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Info).Select(d => $"{d}\n{source}"));

        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        image.Position = 0;
        return new(source, AssemblyLoadContext.Default.LoadFromStream(image).GetType("Hooks")!);
    }

    /// <summary>Why a handler's only parameter cannot be bound.</summary>
    public static JsonProblem? ProblemOf(string signature)
    {
        var user = $"using System; using System.Collections.Generic; using Hooklatch; class Hooks {{ void Handle({signature}) {{ }} }}";
        var parameter = ParametersOf(Compile(user)).Single();
        JsonValueParser.Parse(Bindable.Of(parameter), PathOf(parameter), out var problem);
        return problem;
    }

    /// <summary>The values of a payload without errors.</summary>
    public object?[] Read(string json)
    {
        var errors = new BindingErrors();
        var values = TryRead(Encoding.UTF8.GetBytes(json), errors);
        Assert.Equal([], Flatten(errors));
        return values ?? throw new InvalidOperationException($"Malformed: {json}");
    }

    /// <summary>The errors of a payload, as <c>path: message</c>.</summary>
    public string[] Errors(string json)
    {
        var errors = new BindingErrors();
        return TryRead(Encoding.UTF8.GetBytes(json), errors) is null ? ["malformed"] : Flatten(errors);
    }

    /// <summary>Whether a body is rejected as malformed, in which case there are no other errors.</summary>
    public bool IsMalformed(byte[] body)
    {
        var errors = new BindingErrors();
        var isMalformed = TryRead(body, errors) is null;
        Assert.True(!isMalformed || errors.IsEmpty);
        return isMalformed;
    }

    public bool IsMalformed(string json) => IsMalformed(Encoding.UTF8.GetBytes(json));

    private static string[] Flatten(BindingErrors errors) =>
        [.. errors.ByParameter.SelectMany(error => error.Value.Select(message => $"{error.Key}: {message}"))];

    private static string Join(ImmutableArray<IParameterSymbol> parameters, Func<int, string> part) =>
        string.Concat(parameters.Select(parameter => part(parameter.Ordinal)));

    private static JsonValueModel[] Model(ImmutableArray<IParameterSymbol> parameters) =>
        [
            .. parameters.Select(parameter =>
            {
                var value = JsonValueParser.Parse(Bindable.Of(parameter), PathOf(parameter), out var problem);
                Assert.Null(problem);
                return value!;
            }),
        ];

    private static string Emit(JsonValueModel[] values)
    {
        var writer = new SourceWriter();
        var enums = new JsonEnumEmitter(new NameScope());
        using (writer.Indented())
        {
            writer.Line($"private static readonly JsonShape Shape = {JsonValueEmitter.Shape(values)};").Line();
            using (writer.Braces("public static object?[]? Read(byte[] body, Hooklatch.Http.BindingErrors errors)"))
            {
                writer
                    .Line("var json = JsonValues.Find(body, Shape, errors);")
                    .Lines(values.Select((value, i) => $"var v{i} = {JsonValueEmitter.Read(value, i, enums)};"))
                    .Line($"return json.End() ? [{string.Join(", ", values.Select((_, i) => $"v{i}"))}] : null;");
            }

            writer.Line();
            using (writer.Braces("public static bool Accepts(byte[] body, Hooklatch.Http.BindingErrors errors)"))
            {
                writer
                    .Line("var json = JsonValues.Find(body, Shape, errors);")
                    .Lines(values.Select((value, i) => $"_ = {JsonValueEmitter.Read(value, i, enums)};"))
                    .Line("return json.End();");
            }

            enums.EmitAll(writer);
        }

        return writer.ToString();
    }

    private static ImmutableArray<IParameterSymbol> ParametersOf(CSharpCompilation compilation) =>
        compilation.GetTypeByMetadataName("Hooks")!.GetMembers("Handle").OfType<IMethodSymbol>().Single().Parameters;

    private static string PathOf(IParameterSymbol parameter) =>
        (string)parameter.GetAttributes().Single(a => a.AttributeClass!.Name == nameof(FromJsonAttribute)).ConstructorArguments[0].Value!;

    private static CSharpCompilation Compile(params string[] sources) =>
        CSharpCompilation.Create(
            $"Hooks{Guid.NewGuid():N}",
            sources.Select(source => CSharpSyntaxTree.ParseText(source, Language)),
            [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(FromJsonAttribute).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, warningLevel: 9999)
        );
}
