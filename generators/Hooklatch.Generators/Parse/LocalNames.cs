using Hooklatch.Generators.Emit;

namespace Hooklatch.Generators.Parse;

/// <summary>Names for the local variables of one generated method: the author's own where they do not meet ours.</summary>
internal sealed class LocalNames
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal) { "context", "http", "binder", "services", "handler", "result", "body", "status" };

    public string For(string parameter)
    {
        var name = parameter;
        while (!_taken.Add(name))
        {
            name += "Value";
        }

        return Identifier.Escape(name);
    }
}
