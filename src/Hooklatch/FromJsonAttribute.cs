namespace Hooklatch;

/// <summary>
/// Binds a parameter to the value at a path of the JSON payload. All the paths of one handler are compiled into one
/// forward pass over the raw body, which is always validated to its end.
/// </summary>
/// <remarks>
/// <para>
/// A path is property names separated by <c>.</c>, with <c>[n]</c> for one element and <c>[*]</c> for every element of
/// an array: <c>commits[*].author.name</c>. <c>$</c> is the payload itself. <c>a|b.c</c> tries whole paths in the order
/// written, and the first that is present wins, wherever it stands in the payload; alternatives that pass through the
/// same <c>[*]</c> are tried for each element. A backslash escapes <c>. [ ] | $ \</c> and a space at a name's edge.
/// </para>
/// <para>
/// A <c>null</c>, or a step into a value of another shape (<c>a.b</c> where <c>a</c> is a string), counts as absent. A
/// parameter that is neither nullable nor has a default value is required. <c>[*]</c> over an absent array is empty, or
/// null if the parameter is nullable. A property that is repeated on the way to a bound value is rejected.
/// </para>
/// <para>
/// Values are read as System.Text.Json reads them by default, so <c>"1"</c> is not a number; but a number too large for
/// its type is rejected, never infinite. An enum is read by exact name, by the name that <c>[EnumMember]</c> or
/// <c>[JsonStringEnumMemberName]</c> gives it, or by number. Other types parse themselves (<see cref="IParsable{TSelf}"/>)
/// from a string. <c>JsonElement</c>, <c>JsonNode</c> and its derived types hold a subtree, and
/// <c>ReadOnlyMemory&lt;byte&gt;</c> its bytes as received. Arrays, lists and <c>ImmutableArray&lt;T&gt;</c> hold any of these.
/// </para>
/// <para>
/// Bytes may be kept beyond the handler. They are windows on one copy of the whole payload, which counts against
/// <see cref="HooklatchOptions.MemoryBudget"/> until the handler ends: where there is no room for it the delivery is answered 503, and 413
/// where there never is. A window that is kept keeps the whole copy alive.
/// </para>
/// </remarks>
/// <param name="path">The path, for example <c>repository.full_name</c>.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class FromJsonAttribute(string path) : Attribute
{
    /// <summary>The path as written; errors are reported under it.</summary>
    public string Path { get; } = path;
}
