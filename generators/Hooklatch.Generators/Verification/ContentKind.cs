namespace Hooklatch.Generators.Verification;

internal enum ContentKind
{
    Literal,
    Body,
    Payload,
    Timestamp,
    Header,
    Query,
    BodyValue,
    Method,
    Url,
    DecodedUrl,
    Secret,
}
