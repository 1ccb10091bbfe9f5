using System.Runtime.InteropServices;
using System.Text;
using Hooklatch.Bodies;
using Microsoft.AspNetCore.Mvc;

namespace Hooklatch.Tests.Binding;

/// <summary>Handlers that take parts of a JSON body as bytes, and say what the budget counts while they run.</summary>
internal static class RawJsonHooks
{
    [Webhook("/raw-json/part")]
    [Unverified("a test")]
    public static Task<string> Part([FromJson("a")] ReadOnlyMemory<byte> part, [FromServices] BodyBudget budget) =>
        Task.FromResult($"{Text(part)} {budget.MemoryInUse}");

    [Webhook("/raw-json/parts")]
    [Unverified("a test")]
    public static Task<string> Parts([FromJson("$")] ReadOnlyMemory<byte>[] parts, [FromServices] BodyBudget budget) =>
        Task.FromResult($"{string.Join(' ', parts.Select(Text))} {Arrays(parts)} {budget.MemoryInUse}");

    [Webhook("/raw-json/nested")]
    [Unverified("a test")]
    public static Task<string> Nested(
        [FromJson("a[*]")] List<List<ReadOnlyMemory<byte>?>> parts,
        [FromJson("b")] ReadOnlyMemory<byte>? other,
        [FromServices] BodyBudget budget
    ) =>
        Task.FromResult($"{Arrays([.. parts.SelectMany(part => part).Append(other).OfType<ReadOnlyMemory<byte>>()])} {budget.MemoryInUse}");

    [Webhook("/raw-json/both")]
    [Unverified("a test")]
    public static Task<string> Both(
        ReadOnlyMemory<byte> body,
        [FromJson("a")] ReadOnlyMemory<byte> part,
        [FromServices] BodyBudget budget
    ) => Task.FromResult($"{Arrays([body, part])} {budget.MemoryInUse}");

    [Webhook("/raw-json/envelope")]
    [Unverified("a test")]
    [FormEnvelope("payload")]
    public static Task<string> Envelope([FromJson("a")] ReadOnlyMemory<byte> part, [FromServices] BodyBudget budget) =>
        Task.FromResult($"{Text(part)} {budget.MemoryInUse}");

    private static string Text(ReadOnlyMemory<byte> part) => Encoding.UTF8.GetString(part.Span);

    /// <summary>How long the arrays are that hold these bytes.</summary>
    private static string Arrays(ReadOnlyMemory<byte>[] parts) =>
        string.Join('+', parts.Select(ArrayOf).Distinct().Select(array => array.Length));

    private static byte[] ArrayOf(ReadOnlyMemory<byte> part)
    {
        Assert.True(MemoryMarshal.TryGetArray(part, out var segment));
        return segment.Array!;
    }
}
