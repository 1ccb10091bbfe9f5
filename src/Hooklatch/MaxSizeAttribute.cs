using System.Globalization;

namespace Hooklatch;

/// <summary>
/// Limits the size of an uploaded file, or of each file of a collection. A larger one is answered 400 with the message; together with those
/// of the handler's other files, the limit also bounds how much of a body is read at all.
/// </summary>
/// <remarks>The size is compiled into the handler; one that cannot be read is a compile error.</remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class MaxSizeAttribute : Attribute
{
    /// <param name="size">
    /// A number and its unit, such as <c>"5MB"</c> or <c>"1.5 GiB"</c>: B, KB, MB, GB, or the same spelled KiB, MiB, GiB. A unit is 1024 of
    /// the one before it.
    /// </param>
    public MaxSizeAttribute(string size) => Size = size;

    /// <param name="bytes">The size in bytes.</param>
    public MaxSizeAttribute(long bytes)
        : this(bytes.ToString(CultureInfo.InvariantCulture) + "B") { }

    /// <summary>The largest size, with its unit.</summary>
    public string Size { get; }

    /// <summary>The message for the sender, word for word, in place of the default one.</summary>
    public string? Message { get; set; }
}
