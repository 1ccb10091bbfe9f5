using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Plugins;

/// <summary>Reads <c>[assembly: Plugin]</c>.</summary>
internal static class PluginParser
{
    public static PluginModel? Parse(AttributeData attribute, Report? report, CancellationToken cancellation)
    {
        var author = attribute.Positional<string>(0) ?? "";
        var module = attribute.Positional<string>(1) ?? "";
        var valid = CheckPart(0, "author", author) & CheckPart(1, "module", module);
        return valid
            ? new PluginModel
            {
                Author = author,
                Module = module,
                Name = attribute.Named<string>("Name"),
                Description = attribute.Named<string>("Description"),
            }
            : null;

        bool CheckPart(int index, string which, string part)
        {
            var isValid = part.Length > 0 && !char.IsDigit(part[0]) && part.All(IsAllowed);
            if (!isValid)
            {
                report?.Invoke(Descriptors.InvalidKey, attribute.ArgumentLocation(index, cancellation), which, Literal.String(part));
            }

            return isValid;
        }
    }

    private static bool IsAllowed(char c) => c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_';
}
