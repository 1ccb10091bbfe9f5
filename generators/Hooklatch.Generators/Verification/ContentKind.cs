namespace Hooklatch.Generators.Verification;

internal enum ContentKind
{
    Literal,
    Body,
    Timestamp,
    Header,
    Query,
    BodyValue,
    Method,
    Url,
    DecodedUrl,
    Secret,
}
