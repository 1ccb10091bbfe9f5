namespace Hooklatch.Lifecycle;

/// <summary>Writes a type as C# does, with its namespace.</summary>
internal static class TypeText
{
    public static string Of(Type type)
    {
        if (type.IsArray)
        {
            return $"{Of(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        }

        // The names of a nested type stand before its own arguments and those of the types around it.
        var name = (type.FullName ?? type.Name).Split('[')[0].Replace('+', '.');
        return type.IsGenericType ? WithArguments(name, type.GetGenericArguments()) : name;
    }

    /// <summary>Puts the arguments after the name that each belongs to: <c>Outer`1.Inner`1</c> has two.</summary>
    private static string WithArguments(string name, Type[] arguments)
    {
        var used = 0;
        var parts = name.Split('.')
            .Select(part =>
            {
                var tick = part.IndexOf('`', StringComparison.Ordinal);
                if (tick < 0)
                {
                    return part;
                }

                var count = int.Parse(part.AsSpan(tick + 1), System.Globalization.CultureInfo.InvariantCulture);
                var own = arguments.Skip(used).Take(count).Select(Of).ToArray();
                used += count;
                return $"{part[..tick]}<{string.Join(", ", own)}>";
            })
            .ToArray();
        return string.Join('.', parts);
    }
}
