using System.Collections;
using System.Collections.Immutable;
using Hooklatch.Generators.Common;
using Hooklatch.Generators.Configuration;
using Hooklatch.Generators.Handlers;
using Hooklatch.Generators.Jobs;
using Hooklatch.Generators.Json;
using Hooklatch.Generators.Link;
using Hooklatch.Generators.Plugins;
using Hooklatch.Generators.Results;
using Hooklatch.Generators.Tests.Fixture;
using Hooklatch.Generators.Validation;
using Hooklatch.Generators.Verification;

namespace Hooklatch.Generators.Tests.Models;

/// <summary>
/// Every property of every model takes part in equality, else an edit would be overlooked, and in the output, else it would cost for nothing.
/// The samples are what the parsers make of a plugin that uses everything.
/// </summary>
public sealed class ModelEqualityTests
{
    /// <summary>What is compared but not written, and why.</summary>
    private static readonly ImmutableDictionary<string, string> Unwritten = new Dictionary<string, string>
    {
        ["HandlerModel.Signature"] = "it makes the class name unique where names collide",
        ["JobModel.Signature"] = "it makes members unique where names collide",
        ["HandlerModel.Events"] = "they stand in the file of their endpoint",
        ["ProviderModel.SendsJson"] = "the analyzer rejects forms because of it",
        ["TimestampModel.IsInForm"] = "the parser rejects a form without it",
        ["ProviderModel.FormEnvelope"] = "it is the handler's where the handler declares none",
        ["ResultModel.TypeName"] = "contexts are searched for it",
        ["JsonContextModel.Covered"] = "it is searched",
        ["JsonContextModel.Listed"] = "it decides which context a type is read with",
        ["RuleModel.IsRequired"] = "the parser puts such a rule first",
        ["ValidationModel.FileLimit"] = "the limit of the body is computed from it",
        ["SignerModel.HintName"] = "it is the name of the file",
        ["LinkedPlugin.Key"] = "it tells plugins apart",
        ["LinkedPlugin.Assembly"] = "the analyzer names it",
    }.ToImmutableDictionary();

    private static readonly ImmutableArray<object> Samples = [.. Parse()];

    private static readonly ILookup<string, (object Sample, object Changed)> Mutations = Samples
        .SelectMany(sample => Mutation.Of(sample).Select(mutation => (mutation.Property, Sample: sample, mutation.Model)))
        .ToLookup(mutation => mutation.Property, mutation => (mutation.Sample, mutation.Model));

    public static TheoryData<string> Properties =>
        [.. ModelShape.Models.Where(model => !model.IsAbstract).SelectMany(Mutation.PropertiesOf).Select(Mutation.NameOf).Distinct()];

    [Theory]
    [MemberData(nameof(Properties))]
    public void A_changed_property_makes_a_different_model(string property)
    {
        Assert.NotEmpty(Mutations[property]);
        Assert.All(Mutations[property], mutation => Assert.NotEqual(mutation.Sample, mutation.Changed));
    }

    [Theory]
    [MemberData(nameof(Properties))]
    public void A_changed_property_changes_the_output(string property) =>
        Assert.Equal(
            !Unwritten.ContainsKey(property),
            Mutations[property].Any(mutation => Output(mutation.Sample) != Output(mutation.Changed))
        );

    [Fact]
    public void Equal_models_have_equal_hashes() =>
        Assert.All(
            Samples.Zip(Parse()),
            pair => Assert.Equal((pair.First, pair.First.GetHashCode()), (pair.Second, pair.Second.GetHashCode()))
        );

    /// <summary>What is generated from a model; some changes take away what an emitter cannot do without.</summary>
    private static string Output(object model)
    {
        try
        {
            return string.Concat(Files(model).Select(file => file.Text));
        }
        catch (Exception exception) when (exception is NullReferenceException or KeyNotFoundException or InvalidOperationException)
        {
            return "";
        }
    }

    private static GeneratedFile[] Files(object model)
    {
        var plugin = Samples.OfType<PluginModel>().Single();
        var classes = Samples.OfType<WebhookClassesModel>().Single();
        return model switch
        {
            PluginModel other => [ManifestEmitter.Emit(other, classes, JobClassesModel.None, [], [], PluginPartsModel.None)],
            HandlerModel handler => [HandlerClassEmitter.Emit(HandlerClassModel.Group([handler]).Single(), plugin)],
            HandlerClassModel other => [HandlerClassEmitter.Emit(other, plugin)],
            HandlerEntry other => Files([other], plugin),
            JobModel job => [JobClassEmitter.Emit(JobClassModel.Group([job]).Single(), plugin)],
            JobClassModel other => [JobClassEmitter.Emit(other, plugin)],
            JobClassesModel other => [ManifestEmitter.Emit(plugin, classes, other, [], [], PluginPartsModel.None)],
            WebhookClassesModel other => [ManifestEmitter.Emit(plugin, other, JobClassesModel.None, [], [], PluginPartsModel.None)],
            WebhookFacts facts => [WebhookFactsEmitter.Emit(plugin, [facts])],
            SenderModel sender => [SenderEmitter.Emit(sender, plugin)],
            SignerModel signer => [SignerEmitter.Emit(signer)],
            EventGroupModel group => [EventEmitter.Emit(group, plugin)],
            ConfigModel config =>
            [
                ConfigEmitter.Emit(config, plugin),
                ManifestEmitter.Emit(plugin, classes, JobClassesModel.None, [config], [], PluginPartsModel.None),
            ],
            JsonContextModel context =>
            [
                JsonEmitter.Emit(plugin, [context]),
                ManifestEmitter.Emit(plugin, classes, JobClassesModel.None, [], [context], PluginPartsModel.None),
            ],
            PluginPartsModel parts => [ManifestEmitter.Emit(plugin, classes, JobClassesModel.None, [], [], parts)],
            LinkModel { IsHost: true } link => [LinkEmitter.Emit(link, own: null)],
            _ => [],
        };
    }

    /// <summary>What the entries of a plugin's handlers come to: the files of endpoints by event, and the manifest.</summary>
    private static GeneratedFile[] Files(IEnumerable<HandlerEntry> handlers, PluginModel plugin)
    {
        var entries = handlers.ToEquatableArray();
        var groups = EventGrouper.Group(entries, TestContext.Current.CancellationToken);
        var webhooks = WebhookClassesModel.Of(entries, groups);
        return
        [
            ManifestEmitter.Emit(plugin, webhooks, JobClassesModel.None, [], [], PluginPartsModel.None),
            .. groups.Select(group => EventEmitter.Emit(group, plugin)),
        ];
    }

    private static IEnumerable<object> Parse()
    {
        const string Other = """
            [assembly: Plugin("dev", "other")]
            [assembly: System.Diagnostics.CodeAnalysis.Experimental("TRY2")]
            [assembly: Hooklatch.Hosting.HostExtension(typeof(Extension))]

            public sealed class Extension : Hooklatch.Hosting.IHostExtension
            {
                public static void AddTo(Microsoft.Extensions.DependencyInjection.IHooklatchBuilder builder) { }
            }
            """;
        var plugin = Project
            .Host(Everything.Source)
            .With((Project.Library(Other) with { Name = "Other" }).Build())
            .Generate()
            .ShouldCompile();
        return new[]
        {
            Steps.Plugin,
            Steps.Configs,
            Steps.ResolvedHandlers,
            Steps.ResolvedEventHandlers,
            Steps.HandlerClasses,
            Steps.WebhookClasses,
            Steps.WebhookFacts,
            Steps.Senders,
            Steps.Signers,
            Steps.Events,
            Steps.JsonContexts,
            Steps.HandlerEntries,
            Steps.Jobs,
            Steps.JobFiles,
            Steps.JobClasses,
            Steps.Parts,
            Steps.Link,
        }
            .SelectMany(step => plugin.Hooklatch.TrackedSteps[step])
            .SelectMany(step => step.Outputs)
            .SelectMany(output => output.Value is IEnumerable many ? many.Cast<object>() : [output.Value]);
    }
}
