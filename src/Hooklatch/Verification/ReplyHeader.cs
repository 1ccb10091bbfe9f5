using System.ComponentModel;
using Hooklatch.Signing;

namespace Hooklatch.Verification;

/// <summary>A header of every answer, as <see cref="ReplyHeaderAttribute"/> states it. Generated code makes one each.</summary>
/// <param name="Name">The header.</param>
/// <param name="Value">Its value; empty where <paramref name="ValuePath"/> leads to it.</param>
/// <param name="ValuePath">Where the value is in the plugin's configuration; <see langword="null"/> where it is fixed.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ReplyHeader(string Name, string Value, string? ValuePath);
