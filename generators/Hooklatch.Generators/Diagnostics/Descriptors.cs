using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Diagnostics;

/// <summary>Every diagnostic: what is wrong, and what to do. Each has a page under docs/diagnostics.</summary>
internal static class Descriptors
{
    private const string Category = "Hooklatch";
    private const string Help = "https://github.com/hooklatch/hooklatch/blob/main/docs/diagnostics/";

    public static readonly DiagnosticDescriptor EndpointWithoutSlash = Error(
        "HL0001",
        "An endpoint starts with '/'",
        "The endpoint {0} does not start with '/': write {1}"
    );

    public static readonly DiagnosticDescriptor DuplicateEndpoint = Error(
        "HL0002",
        "One handler per endpoint and method",
        "{0} {1} is handled by {2} already: give one of them other Methods or another endpoint"
    );

    public static readonly DiagnosticDescriptor NotAsynchronous = Error(
        "HL0003",
        "A handler is asynchronous",
        "The handler '{0}' returns '{1}': return Task, Task<T>, ValueTask or ValueTask<T>"
    );

    public static readonly DiagnosticDescriptor NotVerified = Warning(
        "HL0004",
        "An endpoint verifies its sender",
        "Anyone can call '{0}': add a signature such as [GitHubSignature] or [SharedToken], or say why not with [Unverified(\"…\")]"
    );

    public static readonly DiagnosticDescriptor NotASecret = Error(
        "HL0005",
        "A secret comes from the configuration",
        "The {0} of [{1}] leads to no [Secret] property of a [PluginConfig] class: name one with nameof({2}); a secret itself never stands in code"
    );

    public static readonly DiagnosticDescriptor NotCovered = Error(
        "HL0006",
        "A JSON type is covered by a serializer context",
        "No JsonSerializerContext of this plugin covers '{0}': add [JsonSerializable(typeof({0}))] to {1}"
    );

    public static readonly DiagnosticDescriptor UnknownConfigProperty = Error(
        "HL0007",
        "A configuration path leads to a property",
        "The {0} of [{1}] names {2}, which {3} {4}"
    );

    public static readonly DiagnosticDescriptor NoPlugin = Error(
        "HL0008",
        "Handlers belong to a plugin",
        "This assembly declares webhooks but is no plugin: add [assembly: Plugin(\"author\", \"module\")]"
    );

    public static readonly DiagnosticDescriptor InvalidKey = AtEnd(
        "HL0009",
        "A plugin's key is made of identifiers",
        "The {0} {1} is not valid: use letters, digits and '_', and do not start with a digit"
    );

    public static readonly DiagnosticDescriptor DuplicatePlugin = AtEnd(
        "HL0010",
        "Plugin keys are unique in a host",
        "The plugin key '{0}' is claimed by both {1} and {2}: keys are compared ignoring case; rename one or drop a reference"
    );

    public static readonly DiagnosticDescriptor OutdatedManifest = AtEnd(
        "HL0011",
        "Plugins and host agree on the manifest's version",
        "The plugin '{0}' in {1} was generated for manifest version {2}, this host links version {3}: build both with one version of Hooklatch"
    );

    public static readonly DiagnosticDescriptor NotAccessible = Error(
        "HL0012",
        "A handler can be reached from generated code",
        "'{0}' cannot be called from generated code because {1}"
    );

    public static readonly DiagnosticDescriptor Generic = Error(
        "HL0013",
        "A handler is not generic",
        "The handler '{0}' is generic or stands in a generic type: nothing would say which type arguments to use"
    );

    public static readonly DiagnosticDescriptor AmbiguousParameter = Error(
        "HL0014",
        "A parameter has one source",
        "Where the parameter '{0}' of type '{1}' comes from is not clear ({2}): choose [FromHeader], [FromQuery], [FromBody], [FromServices] or [FromKeyedServices]"
    );

    public static readonly DiagnosticDescriptor UnsupportedParameter = Error(
        "HL0015",
        "A parameter can be bound",
        "The parameter '{0}' cannot be bound: {1}"
    );

    public static readonly DiagnosticDescriptor NoConstructor = Error(
        "HL0016",
        "A handler's class can be built",
        "'{0}' cannot be built: {1}"
    );

    public static readonly DiagnosticDescriptor InvalidEndpoint = Error(
        "HL0017",
        "An endpoint is a plain URL path",
        "The endpoint {0} is not a plain path: {1}"
    );

    public static readonly DiagnosticDescriptor InvalidMethod = Error(
        "HL0018",
        "A method is an HTTP token",
        "{0} is not an HTTP method: write it as it stands in a request line, such as \"POST\""
    );

    public static readonly DiagnosticDescriptor SeveralVerifications = Error(
        "HL0019",
        "An endpoint has one verification",
        "'{0}' carries both [{1}] and [{2}]: one of them would hide the other"
    );

    public static readonly DiagnosticDescriptor UnsupportedConfigProperty = Error(
        "HL0020",
        "A configuration property can be bound",
        "{0} cannot be read from configuration: {1}"
    );

    public static readonly DiagnosticDescriptor NoReason = Error(
        "HL0021",
        "[Unverified] says why",
        "[Unverified] needs a reason: say in a few words why anyone may call '{0}'"
    );

    public static readonly DiagnosticDescriptor UnsupportedResult = Error(
        "HL0022",
        "A result can be written",
        "The handler '{0}' returns '{1}', which cannot be written: {2}"
    );

    public static readonly DiagnosticDescriptor BrokenScheme = Error(
        "HL0023",
        "A signature scheme can work",
        "The scheme of [{0}] cannot work: {1}"
    );

    public static readonly DiagnosticDescriptor TokenPlace = Error(
        "HL0024",
        "A shared token is in one place",
        "[SharedToken] on '{0}' names {1}: set exactly one of Header and Query"
    );

    public static readonly DiagnosticDescriptor MalformedPath = Error(
        "HL0025",
        "A JSON path is well formed",
        "The path of the parameter '{0}' cannot be read: {1}"
    );

    public static readonly DiagnosticDescriptor UnreadableValue = Error(
        "HL0026",
        "A JSON value can be read as its parameter's type",
        "The parameter '{0}' cannot be read from JSON: {1}"
    );

    public static readonly DiagnosticDescriptor UnusableRule = Error(
        "HL0027",
        "A validation rule can be applied",
        "[{0}] on '{1}' cannot be applied: {2}"
    );

    public static readonly DiagnosticDescriptor NoKey = Error(
        "HL0028",
        "A signature names its key",
        "[{0}] names no key to verify with: set {1} to a path in the plugin's configuration, such as nameof(MyConfig.MySecret)"
    );

    public static readonly DiagnosticDescriptor NoTolerance = Error(
        "HL0029",
        "A signed timestamp has a tolerance",
        "The tolerance of [{0}] cannot work: {1}"
    );

    public static readonly DiagnosticDescriptor BrokenSecretSource = Error(
        "HL0030",
        "A source of secrets can be built",
        "The SecretSource of [{0}] cannot be used: {1}"
    );

    public static readonly DiagnosticDescriptor InvalidNetwork = Error(
        "HL0031",
        "A source address is a network",
        "[AllowFrom] cannot work: {0}"
    );

    public static readonly DiagnosticDescriptor AddressAlone = Information(
        "HL0032",
        "A source address alone proves little",
        "'{0}' accepts whatever comes from its networks: add a signature where the provider has one"
    );

    public static readonly DiagnosticDescriptor EventWithoutEndpoint = Error(
        "HL0033",
        "Events and their endpoint belong together",
        "'{0}' receives nothing: {1}"
    );

    public static readonly DiagnosticDescriptor AmbiguousEvent = Error(
        "HL0034",
        "One handler per event",
        "The event \"{0}\" is taken by {1} already: give one of them another event"
    );

    public static readonly DiagnosticDescriptor EventsDisagree = Error(
        "HL0035",
        "The handlers of one endpoint agree on it",
        "'{0}' and '{1}' take events of one endpoint, and {2} differ: state it once, with [Webhook] on their class"
    );

    public static readonly DiagnosticDescriptor MalformedEvent = Error(
        "HL0036",
        "An event is a name",
        "{0} is no event: write a name such as \"push\", the beginning of names such as \"invoice.*\", or \"*\" for the rest"
    );

    public static readonly DiagnosticDescriptor SecretInText = Warning(
        "HL0050",
        "A secret does not stand in a record's text",
        "The text of the record '{0}' shows its secrets: make it and the types around it partial, so that a text is generated that hides them"
    );

    public static readonly DiagnosticDescriptor UncallableMethod = Error(
        "HL0051",
        "A method of the plugin can be called",
        "The [{0}] method '{1}' cannot be called: {2}"
    );

    public static readonly DiagnosticDescriptor SeveralLifecycles = Error(
        "HL0052",
        "A plugin has one lifecycle",
        "'{0}' implements IPluginLifecycle as '{1}' does: a plugin has one class that does; call one from the other"
    );

    public static readonly DiagnosticDescriptor CapturedConfig = Error(
        "HL0053",
        "What lives long asks for the configuration",
        "{0} keeps '{1}' for as long as the host runs and would never see a change: take IPluginConfig<{1}> and ask for Current where it is needed"
    );

    public static readonly DiagnosticDescriptor UnusableExport = Error(
        "HL0054",
        "An export can be called by other plugins",
        "The [PluginExport] of '{0}' cannot be used: {1}"
    );

    public static readonly DiagnosticDescriptor UnusableMetadata = Warning(
        "HL0055",
        "An attribute becomes endpoint metadata",
        "[{0}] on '{1}' is no metadata of the endpoint, so no middleware sees it: {2}; make it internal or public"
    );

    public static readonly DiagnosticDescriptor UncheckedRules = Warning(
        "HL0056",
        "The rules of a route are checked",
        "The rules of the parameter '{0}' are not checked: call services.AddValidation() in a [PluginServices] method of this plugin"
    );

    public static readonly DiagnosticDescriptor MissingService = WarningAtEnd(
        "HL0057",
        "A service is registered",
        "The parameter '{0}' of '{1}' asks for the service '{2}', which nothing registers: call {3} in a [PluginServices] method, or let the parameter be null"
    );

    public static readonly DiagnosticDescriptor SecretInJson = Error(
        "HL0058",
        "A serializer context writes no secret",
        "The context '{0}' would write the secret '{1}.{2}': mark the property [JsonIgnore]"
    );

    public static readonly DiagnosticDescriptor SeveralContexts = Information(
        "HL0059",
        "One serializer context covers a type",
        "The type '{0}' is covered by the contexts '{1}' and '{2}', and '{1}' is used, whose name comes first: list the type in one of them alone"
    );

    public static readonly DiagnosticDescriptor OldLanguage = AtEnd(
        "HL0060",
        "A project is compiled as C# 12 or later",
        "Generated code is C# 12, and this project is compiled as C# {0}, so nothing is generated: leave out its LangVersion, or set it to 12 or later"
    );

    public static readonly DiagnosticDescriptor NoEvent = Warning("HL0070", "An event's name is well formed", "{0} names no event: {1}");

    public static readonly DiagnosticDescriptor MistypedEvent = Warning(
        "HL0071",
        "An event is named as its provider names it",
        "{0} is none of the known events of [{1}]: write {2}; if it is right, add [assembly: KnownEvent(typeof({3}), {0})]"
    );

    public static readonly DiagnosticDescriptor UnknownEvent = Information(
        "HL0072",
        "An event is known",
        "{0} is none of the known events of [{1}]: check how the provider writes it; if it is right, add [assembly: KnownEvent(typeof({2}), {0})]"
    );

    public static readonly DiagnosticDescriptor ServiceFromBody = Error(
        "HL0061",
        "A service is not read from the body",
        "'{0}' would be read from a JSON body, but '{1}' looks like a service, because {2}: write [FromServices] for a service, or [FromBody] if the sender writes it"
    );

    public static readonly DiagnosticDescriptor SettingsFromBody = Error(
        "HL0062",
        "Settings are not read from the body",
        "'{0}' would be read from a JSON body, so the sender would choose the settings: mark '{1}' with [PluginConfig] to read it from the configuration, or write [FromBody] if the sender writes it"
    );

    public static readonly DiagnosticDescriptor VerificationWithoutHandler = Warning(
        "HL0063",
        "A verification stands on a handler",
        "[{0}] verifies nothing, because {1}: add {2}, or leave it out"
    );

    public static readonly DiagnosticDescriptor UnsettableConfigProperty = Warning(
        "HL0064",
        "A configuration property can be set",
        "Configuration never sets '{0}', because {1}: write {{ get; init; }}, or '=>' if it is computed"
    );

    public static readonly DiagnosticDescriptor ForgottenHandler = Information(
        "HL0065",
        "A method like a handler is one",
        "'{0}' takes what only a delivery has, and no delivery reaches it: is {1} missing?"
    );

    public static readonly DiagnosticDescriptor BodyFromQuery = Warning(
        "HL0073",
        "A parameter named like the body has a source",
        "'{0}' is read from the query, because text without an attribute is a query value: write [RawBody] for the body's text, [FromJson(\"…\")] for a value of a JSON body, or [FromQuery] if the query is meant"
    );

    public static readonly DiagnosticDescriptor MistypedRouteParameter = Warning(
        "HL0074",
        "A parameter of the endpoint is bound by its name",
        "'{0}' is read from the query, and nothing binds the endpoint's parameter {{{1}}}: rename it, or write [FromRoute(Name = \"{1}\")]"
    );

    public static readonly DiagnosticDescriptor InvalidHeaderName = Error(
        "HL0075",
        "A header's name is a token",
        "No request has a header {0}: a name consists of letters, digits and hyphens, without spaces and without the colon"
    );

    public static readonly DiagnosticDescriptor UnusualMethod = Warning("HL0076", "A method is one that senders use", "{0}: {1}");

    public static readonly DiagnosticDescriptor ImpossibleLimit = Error(
        "HL0077",
        "A limit lets something through",
        "{0} = {1} rejects whatever it limits: write a number of at least {2}, or leave it out for the default"
    );

    public static readonly DiagnosticDescriptor LimitsWithoutForm = Warning(
        "HL0078",
        "Form limits stand where a form is taken",
        "'{0}' takes no form, so [FormLimits] limits nothing: leave it out, or bind the form with [FromForm], IFormFile or IFormCollection"
    );

    public static readonly DiagnosticDescriptor RecordedAsItArrives = Warning(
        "HL0066",
        "What is recorded is read before the handler runs",
        "'{0}' reads the body as it arrives, so nothing is left to record: take the body as bytes or as a form, or leave out Record"
    );

    public static readonly DiagnosticDescriptor RecordedTwice = Warning(
        "HL0067",
        "A queued delivery is kept without being recorded",
        "Record has no effect on '{0}', which is queued: every delivery of it is stored; leave it out"
    );

    public static readonly DiagnosticDescriptor UnlikelyPath = Warning(
        "HL0079",
        "A JSON path is written with dots",
        "The path {0} of '{1}' {2}: write {3} if that is meant"
    );

    public static readonly DiagnosticDescriptor OrderOfJobs = Warning(
        "HL0080",
        "What orders deliveries stands over deliveries",
        "[InOrder] has no effect on '{0}', whose methods run jobs: set JobOptions.Key where a job is enqueued"
    );

    public static readonly DiagnosticDescriptor QueuedParameter = Error(
        "HL0085",
        "A queued handler is bound from what is stored",
        "'{0}' cannot be bound in a queued handler: {1}"
    );

    public static readonly DiagnosticDescriptor QueuedResult = Error(
        "HL0086",
        "A queued handler answers nothing",
        "'{0}' is queued, so nobody waits for the value that it returns: return Task"
    );

    public static readonly DiagnosticDescriptor QueueSettingInline = Warning(
        "HL0087",
        "What holds for a queue stands at a queue",
        "{0} has no effect on '{1}', which runs while the sender waits: write Mode = WebhookMode.Queued, or leave it out"
    );

    public static readonly DiagnosticDescriptor UnusableJob = Error(
        "HL0089",
        "A job can be run from what is stored",
        "'{0}' cannot run jobs: {1}"
    );

    public static readonly DiagnosticDescriptor JobName = Error(
        "HL0090",
        "A job has a name of its own",
        "The name '{0}' of the jobs of '{1}' {2}: write another one"
    );

    public static readonly DiagnosticDescriptor Schedule = Error("HL0091", "A schedule comes to pass", "The schedule '{0}' of '{1}' {2}");

    public static readonly DiagnosticDescriptor NoJobOfType = Error(
        "HL0092",
        "A job that is enqueued is run",
        "No [Job] method of this plugin takes '{0}', so EnqueueAsync would throw: add a [Job] method whose first parameter is '{0}'"
    );

    public static readonly DiagnosticDescriptor ImpossibleQueueSetting = Error(
        "HL0088",
        "A setting of a queue can be kept",
        "{0} of '{1}' {2}"
    );

    /// <summary>All of them, by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        EndpointWithoutSlash,
        DuplicateEndpoint,
        NotAsynchronous,
        NotVerified,
        NotASecret,
        NotCovered,
        UnknownConfigProperty,
        NoPlugin,
        InvalidKey,
        DuplicatePlugin,
        OutdatedManifest,
        NotAccessible,
        Generic,
        AmbiguousParameter,
        UnsupportedParameter,
        NoConstructor,
        InvalidEndpoint,
        InvalidMethod,
        SeveralVerifications,
        UnsupportedConfigProperty,
        NoReason,
        UnsupportedResult,
        BrokenScheme,
        TokenPlace,
        MalformedPath,
        UnreadableValue,
        UnusableRule,
        NoKey,
        NoTolerance,
        BrokenSecretSource,
        InvalidNetwork,
        AddressAlone,
        EventWithoutEndpoint,
        AmbiguousEvent,
        EventsDisagree,
        MalformedEvent,
        SecretInText,
        UncallableMethod,
        SeveralLifecycles,
        CapturedConfig,
        UnusableExport,
        UnusableMetadata,
        UncheckedRules,
        MissingService,
        SecretInJson,
        SeveralContexts,
        OldLanguage,
        ServiceFromBody,
        SettingsFromBody,
        VerificationWithoutHandler,
        UnsettableConfigProperty,
        ForgottenHandler,
        RecordedAsItArrives,
        RecordedTwice,
        NoEvent,
        MistypedEvent,
        UnknownEvent,
        BodyFromQuery,
        MistypedRouteParameter,
        InvalidHeaderName,
        UnusualMethod,
        ImpossibleLimit,
        LimitsWithoutForm,
        UnlikelyPath,
        OrderOfJobs,
        QueuedParameter,
        QueuedResult,
        QueueSettingInline,
        ImpossibleQueueSetting,
        UnusableJob,
        JobName,
        Schedule,
        NoJobOfType,
    ];

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: $"{Help}{id}.md");

    private static DiagnosticDescriptor Warning(string id, string title, string message) =>
        new(id, title, message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: $"{Help}{id}.md");

    private static DiagnosticDescriptor Information(string id, string title, string message) =>
        new(id, title, message, Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: $"{Help}{id}.md");

    /// <summary>An error that only the whole compilation shows.</summary>
    private static DiagnosticDescriptor AtEnd(string id, string title, string message) =>
        AtEnd(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor WarningAtEnd(string id, string title, string message) =>
        AtEnd(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor AtEnd(string id, string title, string message, DiagnosticSeverity severity) =>
        new(
            id,
            title,
            message,
            Category,
            severity,
            isEnabledByDefault: true,
            description: null,
            $"{Help}{id}.md",
            WellKnownDiagnosticTags.CompilationEnd
        );
}
