using System.Text.Json;
using System.Xml;
using Hooklatch.Storage;

namespace Hooklatch.Configuration;

/// <summary>Why a source of the configuration cannot be read, in words of our own: the text of a parser may repeat a line with a secret.</summary>
internal static class UnreadableConfiguration
{
    public static string ReasonOf(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case JsonException json:
                    return $"it is not valid JSON: line {json.LineNumber + 1}, position {json.BytePositionInLine + 1}";
                case XmlException xml:
                    return $"it is not valid XML: line {xml.LineNumber}, position {xml.LinePosition}";
                case UnauthorizedAccessException:
                    return "the host may not read it";
                case FileNotFoundException or DirectoryNotFoundException:
                    return "it does not exist";
                case IOException io:
                    return DirectoryProbe.SystemErrorOf(io);
                default:
                    break;
            }
        }

        // Such as a repeated key, or a line that is no setting.
        return $"it cannot be parsed ({error.GetBaseException().GetType().Name})";
    }
}
