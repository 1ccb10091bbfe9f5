using System.Text.Json.Nodes;
using Hooklatch.Cli.Catalog;
using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;
using Hooklatch.Signing.Text;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Cli.Sending;

/// <summary>Makes signed requests: the same delivery again and again, each under an id of its own.</summary>
/// <param name="options">What is to be sent.</param>
/// <param name="time">The clock.</param>
internal sealed class RequestMaker(SendOptions options, TimeProvider time)
{
    private readonly IRequestSigner _signer = options.Preset.Create().CreateSigner();

    /// <summary>Makes the next request.</summary>
    /// <exception cref="ToolException">Something that is signed is missing.</exception>
    public OutgoingRequest Next()
    {
        var preset = options.Preset.Info;
        var id = options.DeliveryId ?? $"delivery-{Guid.CreateVersion7():N}";
        var (name, action) = EventOf(preset);
        var request = new OutgoingRequest
        {
            Method = options.Method,
            Url = new Uri(options.SignedUrl ?? options.Url, UriKind.RelativeOrAbsolute),
            ContentType = options.Payload.ContentType,
            SignedAt = time.GetUtcNow(),
            Event = name,
            DeliveryId = id,
            Body = Body(preset, name, action, id),
            Scheme = KeyChoice.SchemeFor(_signer, options.Keys),
        };
        foreach (var (header, value) in options.Headers)
        {
            request.Headers.Append(header, value);
        }

        AddHeaders(request, preset, name, id);
        try
        {
            _signer.Sign(request, options.Keys);
        }
        catch (ArgumentException error)
        {
            throw ToolException.Usage(Explain(error.Message));
        }

        return request;
    }

    /// <summary>An event with what happened to its subject, <c>issues.opened</c>, where the body has a place for that.</summary>
    private (string? Name, string? Action) EventOf(PresetInfo preset)
    {
        if (options.Event is not { } given)
        {
            return (options.Payload.Event, null);
        }

        var dot = given.IndexOf('.', StringComparison.Ordinal);
        return preset.ActionPath is not null && dot > 0 ? (given[..dot], given[(dot + 1)..]) : (given, null);
    }

    private byte[] Body(PresetInfo preset, string? name, string? action, string id)
    {
        var payload = options.Payload;
        var values = new List<(string Path, JsonNode? Value, bool OnlyIfMissing)>();
        // A body of one's own stays as it is, except for what is asked for.
        var setsEvent = options.Event is not null || !payload.IsOwn;
        var setsId = options.DeliveryId is not null || options.WithNewIds || !payload.IsOwn;
        var body = payload.Bytes;
        if (payload.IsForm)
        {
            body = setsEvent && name is not null ? WithField(body, preset.Event?.FormField, name) : body;
            body = setsId ? WithField(body, preset.DeliveryId?.FormField, id) : body;
            return options.Values.Aggregate(body, (form, value) => WithField(form, value.Key, value.Value));
        }

        if (setsEvent && name is not null && preset.Event?.JsonPath is { } eventPath)
        {
            values.Add((eventPath, JsonValue.Create(name), false));
        }

        if (action is not null)
        {
            values.Add((preset.ActionPath!, JsonValue.Create(action), false));
        }

        if (setsId && preset.DeliveryId?.JsonPath is { } idPath)
        {
            values.Add((idPath, JsonValue.Create(id), false));
        }

        if (!payload.IsOwn)
        {
            values.AddRange(preset.SignedValues.Select(path => (path, (JsonNode?)JsonValue.Create("sample"), true)));
        }

        values.AddRange(options.Values.Select(value => (value.Key, JsonEdit.Value(value.Value), false)));
        return values.Count == 0 ? body : Edited(body, values);
    }

    private static byte[] Edited(byte[] body, List<(string Path, JsonNode? Value, bool OnlyIfMissing)> values)
    {
        var edit = JsonEdit.Of(body);
        foreach (var (path, value, onlyIfMissing) in values)
        {
            if (!onlyIfMissing || !edit.Has(path))
            {
                edit.Set(path, value);
            }
        }

        return edit.ToBytes();
    }

    private byte[] WithField(byte[] form, string? field, string value) =>
        field is null ? form : FormWriter.Write(form, options.Payload.ContentType, field, value);

    /// <summary>What a sender puts into headers and a signer of its own does not; and headers that are signed and that nobody gave.</summary>
    private void AddHeaders(OutgoingRequest request, PresetInfo preset, string? name, string id)
    {
        if (_signer is not SchemeSigner)
        {
            Add(preset.Event?.Header, name);
            Add(preset.DeliveryId?.Header, id);
        }

        foreach (var signed in preset.SignedHeaders)
        {
            Add(signed, "sample");
        }

        void Add(string? header, string? value)
        {
            if (header is not null && value is not null && !header.Split('|').Any(request.Headers.ContainsKey))
            {
                request.Headers[header.Split('|')[0]] = value;
            }
        }
    }

    private string Explain(string message) =>
        _signer.Settings.FirstOrDefault(setting => message.Contains(setting, StringComparison.Ordinal)) is { } missing
            ? $"{message} Give it with --setting {missing}=VALUE."
            : message;
}
