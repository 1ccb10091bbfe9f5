using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Runtime.Loader;
using Basic.Reference.Assemblies;
using Hooklatch.Binding;
using Hooklatch.Generators.Common;
using Hooklatch.Generators.Validation;
using Hooklatch.Http;
using Hooklatch.Validation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hooklatch.Generators.Tests.Validation;

/// <summary>
/// The rules of a handler, emitted, compiled and run: <c>Of("[Range(1, 9)] int count")</c>. A handler is written as its list of parameters,
/// and as further declarations where it needs types of its own.
/// </summary>
internal sealed class Validated
{
    private const string Usings = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.ComponentModel.DataAnnotations;
        using System.Runtime.Serialization;
        using System.Text.Json.Serialization;
        using Hooklatch;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;

        """;

    private static readonly CSharpParseOptions Language = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp14);

    private static readonly MetadataReference[] References =
    [
        .. Net100.References.All,
        .. new[] { typeof(MaxSizeAttribute), typeof(IFormFile), typeof(IFormCollection), typeof(FromFormAttribute) }
            .Select(type => type.Assembly.Location)
            .Distinct()
            .Select(location => MetadataReference.CreateFromFile(location)),
    ];

    private readonly Action<RuleScope, int, object?> _check;

    private Validated(string source, Assembly assembly)
    {
        Source = source;
        Assembly = assembly;
        var hooks = assembly.GetType("Hooks")!;
        Parameters = hooks.GetMethod("Handle")!.GetParameters();
        _check = hooks.GetMethod("Check")!.CreateDelegate<Action<RuleScope, int, object?>>();
    }

    /// <summary>The emitted code.</summary>
    public string Source { get; }

    public Assembly Assembly { get; }

    public ParameterInfo[] Parameters { get; }

    /// <summary>Compiles a handler whose values come from the request, or, with the key <c>$</c>, from a JSON body.</summary>
    public static Validated Of(string signature, string declarations = "", string? key = null, NamePolicy? policy = null)
    {
        var user = User(signature, declarations);
        var models = Models(user, key, report: null)
            .Select(model => model is null || policy is null ? model : model with { Policy = policy.Value })
            .ToImmutableArray();
        var parameters = ParametersOf(Compile(user));
        var source = Emit(models);
        var statements = models.Select((model, i) => Statement(model, parameters[i], key ?? parameters[i].Name));
        var compilation = Compile(
            user,
            $$"""
            #nullable enable
            public static partial class Hooks
            {
            {{source}}
                public static void Check(Hooklatch.Validation.RuleScope rules, int parameter, object? value)
                {
                    switch (parameter)
                    {
                        {{string.Join("\n            ", statements)}}
                    }
                }
            }
            """
        );
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Info).Select(d => $"{d}\n{source}"));

        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        image.Position = 0;
        return new(source, AssemblyLoadContext.Default.LoadFromStream(image));
    }

    /// <summary>The models of a handler's parameters.</summary>
    public static ImmutableArray<ValidationModel?> ModelsOf(string signature, string declarations = "", string? key = null) =>
        Models(User(signature, declarations), key, report: null);

    /// <summary>A handler as its author compiles it.</summary>
    public static CSharpCompilation CompilationOf(string signature, string declarations) => Compile(User(signature, declarations));

    /// <summary>What is wrong with the rules of a handler, as <c>Kind Rule target: message</c>.</summary>
    public static string[] ProblemsOf(string signature, string declarations = "")
    {
        var problems = new List<string>();
        var user = User(signature, declarations);
        Models(user, key: null, problem => problems.Add($"{problem.Kind} {problem.Rule} {problem.Target}: {problem.Message}"));
        return [.. problems];
    }

    /// <summary>An instance of a type that the handler declares.</summary>
    public dynamic New(string type) => Activator.CreateInstance(Assembly.GetType(type)!)!;

    /// <summary>The errors that the values of all parameters give, as <c>key: message</c>.</summary>
    public string[] Errors(params object?[] values) => ErrorsAfter(new BindingErrors(), values);

    /// <summary>Those of binding, and the errors that the values give.</summary>
    public string[] ErrorsAfter(BindingErrors errors, params object?[] values)
    {
        var scope = new RuleScope(errors, services: null);
        for (var i = 0; i < values.Length; i++)
        {
            _check(scope, i, values[i]);
        }

        return Flatten(errors);
    }

    /// <summary>The errors that the value of one parameter gives.</summary>
    public string[] ErrorsOf(int parameter, object? value)
    {
        var errors = new BindingErrors();
        _check(new RuleScope(errors, services: null), parameter, value);
        return Flatten(errors);
    }

    /// <summary>The errors that the framework finds in the value of one parameter.</summary>
    public string[] FrameworkErrorsOf(ParameterInfo parameter, object? value)
    {
        var rules = parameter.GetCustomAttributes<ValidationAttribute>();
        var name = parameter.GetCustomAttribute<DisplayAttribute>()?.GetName() ?? parameter.Name!;
        var results = new List<ValidationResult>();
        Validator.TryValidateValue(value!, new ValidationContext(value ?? this, name, null, null), results, rules);
        return [.. results.Select(result => $"{parameter.Name}: {result.ErrorMessage}")];
    }

    private static string[] Flatten(BindingErrors errors) =>
        errors.IsEmpty ? [] : [.. errors.ByParameter.SelectMany(error => error.Value.Select(message => $"{error.Key}: {message}"))];

    private static string Statement(ValidationModel? model, IParameterSymbol parameter, string key)
    {
        var typed = $"(({parameter.Type.ToDisplayString(NullableFlowState.None)})value!)";
        return model is null ? "" : $"case {parameter.Ordinal}: {ValidationEmitter.Statement("Handle", typed, key, model)} break;";
    }

    private static string User(string signature, string declarations) =>
        $$"""
            {{Usings}}
            public static partial class Hooks
            {
                public static void Handle({{signature}}) { }
            }
            {{declarations}}
            """;

    private static ImmutableArray<ValidationModel?> Models(string user, string? key, Action<ValidationProblem>? report)
    {
        var compilation = Compile(user);
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity is DiagnosticSeverity.Error));
        var source = key is "$" ? ValueSource.Json : ValueSource.Request;
        return
        [
            .. ParametersOf(compilation)
                .Select(parameter => ValidationParser.Parse(parameter, parameter.Type, source, report, CancellationToken.None)),
        ];
    }

    private static string Emit(ImmutableArray<ValidationModel?> models)
    {
        var writer = new SourceWriter();
        using (writer.Indented())
        {
            ValidationEmitter.EmitMembers(writer, "Handle_Rules", [.. models.OfType<ValidationModel>()]);
        }

        return writer.ToString();
    }

    private static ImmutableArray<IParameterSymbol> ParametersOf(CSharpCompilation compilation) =>
        compilation.GetTypeByMetadataName("Hooks")!.GetMembers("Handle").OfType<IMethodSymbol>().Single().Parameters;

    private static CSharpCompilation Compile(params string[] sources) =>
        CSharpCompilation.Create(
            $"Hooks{Guid.NewGuid():N}",
            sources.Select(source => CSharpSyntaxTree.ParseText(source, Language)),
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, warningLevel: 9999)
        );
}
