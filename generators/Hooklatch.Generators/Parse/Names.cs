namespace Hooklatch.Generators.Parse;

/// <summary>The types that parsers know by name.</summary>
internal static class Names
{
    public const string Plugin = "Hooklatch.PluginAttribute";
    public const string Webhook = "Hooklatch.WebhookAttribute";
    public const string PluginConfig = "Hooklatch.PluginConfigAttribute";
    public const string Secret = "Hooklatch.SecretAttribute";
    public const string Signature = "Hooklatch.SignatureAttribute";
    public const string SharedToken = "Hooklatch.SharedTokenAttribute";
    public const string OnEvent = "Hooklatch.OnEventAttribute";
    public const string AllowFrom = "Hooklatch.AllowFromAttribute";
    public const string FormEnvelope = "Hooklatch.FormEnvelopeAttribute";
    public const string Handshake = "Hooklatch.Verification.HandshakeAttribute";
    public const string CloudEventsHandshake = "Hooklatch.Verification.CloudEventsHandshakeAttribute";
    public const string Acknowledge = "Hooklatch.Verification.AcknowledgeAttribute";
    public const string InvalidStatus = "Hooklatch.Verification.InvalidStatusAttribute";
    public const string Accepts = "Hooklatch.Verification.AcceptsAttribute";
    public const string Unverified = "Hooklatch.UnverifiedAttribute";
    public const string WebhookContext = "Hooklatch.WebhookContext";
    public const string HmacScheme = "Hooklatch.Verification.HmacSchemeAttribute";
    public const string DigestScheme = "Hooklatch.Verification.DigestSchemeAttribute";
    public const string PublicKeyScheme = "Hooklatch.Verification.PublicKeySchemeAttribute`1";
    public const string TokenScheme = "Hooklatch.Verification.TokenSchemeAttribute";
    public const string CodeSignature = "Hooklatch.Verification.Code.CodeSignatureAttribute";
    public const string RequireHeader = "Hooklatch.Verification.RequireHeaderAttribute";
    public const string RequireAllSchemes = "Hooklatch.Verification.RequireAllSchemesAttribute";
    public const string SecretSource = "Hooklatch.Verification.ISecretSource";
    public const string TimestampFrom = "Hooklatch.Verification.TimestampFromAttribute";
    public const string EventFrom = "Hooklatch.Verification.EventFromAttribute";
    public const string DeliveryIdFrom = "Hooklatch.Verification.DeliveryIdFromAttribute";
    public const string BodyLimit = "Hooklatch.Verification.BodyLimitAttribute";
    public const string FromJson = "Hooklatch.FromJsonAttribute";
    public const string PluginManifest = "Hooklatch.Hosting.PluginManifestAttribute";

    public const string FromHeader = "Microsoft.AspNetCore.Mvc.FromHeaderAttribute";
    public const string FromQuery = "Microsoft.AspNetCore.Mvc.FromQueryAttribute";
    public const string FromRoute = "Microsoft.AspNetCore.Mvc.FromRouteAttribute";
    public const string FromForm = "Microsoft.AspNetCore.Mvc.FromFormAttribute";
    public const string AsParameters = "Microsoft.AspNetCore.Http.AsParametersAttribute";
    public const string FormFile = "Microsoft.AspNetCore.Http.IFormFile";
    public const string FormFileCollection = "Microsoft.AspNetCore.Http.IFormFileCollection";
    public const string FormCollection = "Microsoft.AspNetCore.Http.IFormCollection";
    public const string UploadedPart = "Hooklatch.UploadedPart";
    public const string FormLimits = "Hooklatch.FormLimitsAttribute";
    public const string FromBody = "Microsoft.AspNetCore.Mvc.FromBodyAttribute";
    public const string FromServices = "Microsoft.AspNetCore.Mvc.FromServicesAttribute";
    public const string FromKeyedServices = "Microsoft.Extensions.DependencyInjection.FromKeyedServicesAttribute";
    public const string HttpContext = "Microsoft.AspNetCore.Http.HttpContext";
    public const string HttpRequest = "Microsoft.AspNetCore.Http.HttpRequest";
    public const string HttpResponse = "Microsoft.AspNetCore.Http.HttpResponse";
    public const string Result = "Microsoft.AspNetCore.Http.IResult";
    public const string StringValues = "Microsoft.Extensions.Primitives.StringValues";
    public const string ActivatorConstructor = "Microsoft.Extensions.DependencyInjection.ActivatorUtilitiesConstructorAttribute";

    public const string CancellationToken = "System.Threading.CancellationToken";
    public const string ClaimsPrincipal = "System.Security.Claims.ClaimsPrincipal";
    public const string ServiceProvider = "System.IServiceProvider";
    public const string JsonElement = "System.Text.Json.JsonElement";
    public const string JsonNode = "System.Text.Json.Nodes.JsonNode";
    public const string ReadOnlyMemory = "System.ReadOnlyMemory`1";
    public const string Parsable = "System.IParsable`1";
    public const string Uri = "System.Uri";
    public const string Task = "System.Threading.Tasks.Task";
    public const string TaskOf = "System.Threading.Tasks.Task`1";
    public const string ValueTask = "System.Threading.Tasks.ValueTask";
    public const string ValueTaskOf = "System.Threading.Tasks.ValueTask`1";
    public const string Disposable = "System.IDisposable";
    public const string AsyncDisposable = "System.IAsyncDisposable";
    public const string JsonSerializable = "System.Text.Json.Serialization.JsonSerializableAttribute";
    public const string JsonSourceGenerationOptions = "System.Text.Json.Serialization.JsonSourceGenerationOptionsAttribute";
    public const string JsonSerializerContext = "System.Text.Json.Serialization.JsonSerializerContext";
    public const string JsonIgnore = "System.Text.Json.Serialization.JsonIgnoreAttribute";
    public const string JsonInclude = "System.Text.Json.Serialization.JsonIncludeAttribute";
}
