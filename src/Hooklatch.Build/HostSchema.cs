namespace Hooklatch.Build;

/// <summary>
/// The schema of what every host may configure: the section <c>Hooklatch</c>, and in the section of each plugin what is not a property of its
/// configuration class. docs/configuration.md describes it.
/// </summary>
internal static class HostSchema
{
    private const string Time = @"""string"", ""pattern"": ""^(\\d+\\.)?\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d{1,7})?)?$""";
    private const string Texts = @"[{ ""type"": ""string"" }, { ""type"": ""array"", ""items"": { ""type"": ""string"" } }]";
    private const string Moment = @"{ ""type"": ""string"", ""format"": ""date-time"" }";

    /// <summary>The section <c>Hooklatch</c>.</summary>
    public static string Host() =>
        Closed(
            new JsonObject()
                .Add("PublicUrl", Setting("Where senders reach the host.", @"""string"", ""format"": ""uri"", ""pattern"": ""^https?://"""))
                .Add(
                    "Prefix",
                    Setting(
                        "What the path of every webhook starts with.",
                        @"""string"", ""pattern"": ""^(/[A-Za-z0-9._~-]+)+$"", ""default"": ""/api/plugin"""
                    )
                )
                .Add(
                    "DisabledStatus",
                    @"{ ""description"": ""The status for webhooks of a disabled plugin."", ""enum"": [404, 503], ""default"": 404 }"
                )
                .Add("MemoryBudget", Number("Bytes of bodies in memory at once.", 268435456, "9223372036854775807"))
                .Add("DiskBudget", Number("Bytes of bodies in temporary files at once.", 4294967296, "9223372036854775807"))
                .Add("SpoolDirectory", Setting("The directory of these files.", @"""string"", ""minLength"": 1"))
                .Add("MaxDuplicateEntries", Number("How many deliveries are remembered.", 100000, "2147483647"))
                .Add(
                    "DuplicateRetention",
                    Setting("How long a delivery is remembered, at most 365 days.", Time + @", ""default"": ""7.00:00:00""")
                )
                .Add(
                    "SecretCacheDuration",
                    Setting("How long a tenant's secrets are kept, at most a day.", Time + @", ""default"": ""00:01:00""")
                )
                .Add(
                    "TrustedProxies",
                    @"{ ""description"": ""The host's own proxies, as addresses or networks."", ""anyOf"": " + Texts + " }"
                )
                .Add("SecretsDirectory", Setting("A directory with one file for each secret.", @"""string"", ""minLength"": 1"))
                .Add("HandshakeWindow", Setting("Until when a provider may send a secret.", @"""string"", ""format"": ""date-time"""))
                .Add(
                    "ExplainRefusals",
                    @"{ ""description"": ""The endpoints whose refusals are explained, and until when."", ""type"": ""object"", ""additionalProperties"": "
                        + Moment
                        + " }"
                )
                .Add(
                    "DataDirectory",
                    Setting("Below it, each plugin has a directory.", @"""string"", ""minLength"": 1, ""default"": ""data""")
                )
                .Add(
                    "LifecycleTimeout",
                    Setting("How long a plugin may take to start or stop, at most a day.", Time + @", ""default"": ""00:00:30""")
                )
                .Add(
                    "Startup",
                    @"{ ""description"": ""Whether a host starts whose plugins miss a service."", ""enum"": [""Strict"", ""Lenient""], ""default"": ""Strict"" }"
                )
                .Add("Console", Console())
                .Add("Inbox", Inbox())
                .Add(
                    "Postgres",
                    Closed(
                        "The store of Hooklatch.Postgres.",
                        new JsonObject()
                            .Add("ConnectionString", Setting("Where the database is, as Npgsql reads it.", @"""string"", ""minLength"": 1"))
                            .Add(
                                "ListenConnectionString",
                                Setting("A direct connection to listen on; empty to ask once a second instead.", @"""string""")
                            )
                            .Add(
                                "Schema",
                                Setting(
                                    "The schema of the tables.",
                                    @"""string"", ""pattern"": ""^[a-z][a-z0-9_]{0,39}$"", ""default"": ""hooklatch"""
                                )
                            )
                            .Add(
                                "RequireSynchronousStandby",
                                Setting("Whether a commit has to wait for a standby.", @"""boolean"", ""default"": false")
                            )
                    )
                )
                .Add(
                    "Sqlite",
                    Closed(
                        "The store of Hooklatch.Sqlite.",
                        new JsonObject()
                            .Add("File", Setting("The database.", @"""string"", ""minLength"": 1"))
                            .Add(
                                "BusyTimeout",
                                Setting("How long another process may hold the database.", Time + @", ""default"": ""00:00:05""")
                            )
                    )
                )
                .Add(
                    "Alerts",
                    Closed(
                        "Whom Hooklatch.Sessions tells of what waits for a person.",
                        new JsonObject().Add("Chat", Setting("The chat; empty for nobody.", @"""string"""))
                    )
                )
                .Add("Sessions", @"{ ""description"": ""The chats of Hooklatch.Sessions."", ""type"": ""object"" }")
        );

    /// <summary>Adds what the host reads in the section of each plugin.</summary>
    public static JsonObject AddTo(JsonObject plugin) =>
        plugin
            .Add("Enabled", @"{ ""description"": ""Whether the plugin is served."", ""type"": ""boolean"", ""default"": true }")
            .Add(
                "Concurrency",
                @"{ ""description"": ""How many queued deliveries of the plugin run at once."", ""type"": ""integer"", ""minimum"": 1, ""maximum"": 10000 }"
            )
            .Add("PublicUrl", @"{ ""description"": ""Where senders reach the plugin's webhooks."", ""anyOf"": " + Texts + " }")
            .Add("PublicUrls", Endpoints("The exact URL of an endpoint, by the endpoint as it is declared."))
            .Add("Paths", Endpoints("Further paths of an endpoint, by the endpoint as it is declared."));

    /// <summary>What Hooklatch.Console reads.</summary>
    private static string Console() =>
        Closed(
            "Who may use the console, by Hooklatch.Console.",
            new JsonObject()
                .Add(
                    "Tokens",
                    @"{ ""description"": ""The tokens by name."", ""type"": ""object"", ""additionalProperties"": "
                        + Closed(
                            "A token.",
                            new JsonObject()
                                .Add(
                                    "Token",
                                    @"{ ""description"": ""20 to 512 printable ASCII characters without spaces."", ""type"": ""string"", ""writeOnly"": true }"
                                )
                                .Add(
                                    "Role",
                                    @"{ ""description"": ""What it lets its holder do."", ""enum"": [""Read"", ""Bodies"", ""Operate""], ""default"": ""Read"" }"
                                )
                        )
                        + " }"
                )
                .Add("AllowedHosts", @"{ ""description"": ""Further names of the host."", ""anyOf"": " + Texts + " }")
                .Add("SessionLifetime", Setting("How long a browser stays signed in.", Time + @", ""default"": ""12:00:00"""))
                .Add("MaxStreams", Number("Pages that follow what happens at once.", 20, "1000"))
                .Add("RoleClaim", Setting("The claim that names a user's role.", @"""string"", ""default"": ""hooklatch_role"""))
                .Add("ReadRole", Setting("The role of users who read.", @"""string"", ""default"": ""hooklatch-read"""))
                .Add("BodiesRole", Setting("The role of users who see bodies.", @"""string"", ""default"": ""hooklatch-bodies"""))
                .Add("OperateRole", Setting("The role of users who operate.", @"""string"", ""default"": ""hooklatch-operate"""))
        );

    /// <summary>What Hooklatch.Inbox reads.</summary>
    private static string Inbox() =>
        Closed(
            "Queued webhooks, by Hooklatch.Inbox.",
            new JsonObject()
                .Add("Concurrency", Number("Deliveries that run at once.", 64, "10000"))
                .Add("PluginConcurrency", Number("Deliveries of one plugin that run at once.", 64, "10000"))
                .Add("MaxDepth", Number("Unfinished deliveries.", 1000000, "9223372036854775807"))
                .Add("MaxBytes", Number("Bytes of unfinished deliveries.", 8589934592, "9223372036854775807"))
                .Add(
                    "MaxValueBytes",
                    Setting("Bytes of what one plugin keeps by key.", @"""integer"", ""minimum"": 0, ""default"": 67108864")
                )
                .Add("MinFreeDisk", Setting("Bytes that stay free on the disk.", @"""integer"", ""minimum"": 0, ""default"": 268435456"))
                .Add("RetainFor", Setting("How long finished deliveries are kept.", Time + @", ""default"": ""7.00:00:00"""))
                .Add("RetainBytes", Number("Bytes from which finished deliveries are dropped early.", 1073741824, "9223372036854775807"))
                .Add("CommitTimeout", Setting("How long a sender waits for the store.", Time + @", ""default"": ""00:00:02"""))
                .Add(
                    "RecordInline",
                    @"{ ""description"": ""Whether deliveries of inline webhooks are kept as well."", ""type"": ""boolean"", ""default"": false }"
                )
                .Add("DrainTimeout", Setting("How long handlers have when the host stops.", Time + @", ""default"": ""00:00:20"""))
                .Add("Key", Setting("The key that seals stored bodies, by its id.", @"""string"", ""pattern"": ""^[A-Za-z0-9._-]{1,64}$"""))
                .Add("Keys", Keys())
        );

    private static string Keys() =>
        @"{ ""description"": ""Keys of stored bodies, 32 bytes as base64, by their ids."", ""type"": ""object"", ""additionalProperties"": "
        + @"{ ""type"": ""string"", ""writeOnly"": true } }";

    private static string Endpoints(string description) =>
        @"{ ""description"": """
        + description
        + @""", ""type"": ""object"", ""propertyNames"": { ""pattern"": ""^/"" }, ""additionalProperties"": { ""anyOf"": "
        + Texts
        + " } }";

    private static string Number(string description, long @default, string max) =>
        Setting(description, $@"""integer"", ""minimum"": 1, ""maximum"": {max}, ""default"": {@default}");

    private static string Setting(string description, string type) => $@"{{ ""description"": ""{description}"", ""type"": {type} }}";

    private static string Closed(string description, JsonObject properties) =>
        new JsonObject()
            .Add("description", $"\"{description}\"")
            .Add("type", "\"object\"")
            .Add("properties", properties.ToString())
            .Add("additionalProperties", "false")
            .ToString();

    private static string Closed(JsonObject properties) =>
        new JsonObject().Add("type", "\"object\"").Add("properties", properties.ToString()).Add("additionalProperties", "false").ToString();
}
