using System.Net;
using System.Numerics;
using Microsoft.Extensions.Primitives;
using static Hooklatch.Binding.Tests.Echo;
using Query = Microsoft.AspNetCore.Mvc.FromQueryAttribute;

namespace Hooklatch.Binding.Tests.Endpoints;

/// <summary>Text of the query: every type required, optional and as an array.</summary>
[Unverified("compared with ASP.NET Core")]
internal static class QueryEndpoints
{
    // csharpier-ignore-start
    [Webhook("/query/string")] public static Task<string> String([Query] string value, [Query] string? optional, [Query] string[] all) => Of(value, optional, all);
    [Webhook("/query/bool")] public static Task<string> Bool([Query] bool value, [Query] bool? optional, [Query] bool[] all) => Of(value, optional, all);
    [Webhook("/query/byte")] public static Task<string> Byte([Query] byte value, [Query] byte? optional, [Query] byte[] all) => Of(value, optional, all);
    [Webhook("/query/sbyte")] public static Task<string> SByte([Query] sbyte value, [Query] sbyte? optional, [Query] sbyte[] all) => Of(value, optional, all);
    [Webhook("/query/short")] public static Task<string> Short([Query] short value, [Query] short? optional, [Query] short[] all) => Of(value, optional, all);
    [Webhook("/query/ushort")] public static Task<string> UShort([Query] ushort value, [Query] ushort? optional, [Query] ushort[] all) => Of(value, optional, all);
    [Webhook("/query/int")] public static Task<string> Int([Query] int value, [Query] int? optional, [Query] int[] all) => Of(value, optional, all);
    [Webhook("/query/uint")] public static Task<string> UInt([Query] uint value, [Query] uint? optional, [Query] uint[] all) => Of(value, optional, all);
    [Webhook("/query/long")] public static Task<string> Long([Query] long value, [Query] long? optional, [Query] long[] all) => Of(value, optional, all);
    [Webhook("/query/ulong")] public static Task<string> ULong([Query] ulong value, [Query] ulong? optional, [Query] ulong[] all) => Of(value, optional, all);
    [Webhook("/query/int128")] public static Task<string> Int128([Query] Int128 value, [Query] Int128? optional, [Query] Int128[] all) => Of(value, optional, all);
    [Webhook("/query/half")] public static Task<string> Half([Query] Half value, [Query] Half? optional, [Query] Half[] all) => Of(value, optional, all);
    [Webhook("/query/float")] public static Task<string> Float([Query] float value, [Query] float? optional, [Query] float[] all) => Of(value, optional, all);
    [Webhook("/query/double")] public static Task<string> Double([Query] double value, [Query] double? optional, [Query] double[] all) => Of(value, optional, all);
    [Webhook("/query/decimal")] public static Task<string> Decimal([Query] decimal value, [Query] decimal? optional, [Query] decimal[] all) => Of(value, optional, all);
    [Webhook("/query/char")] public static Task<string> Char([Query] char value, [Query] char? optional, [Query] char[] all) => Of(value, optional, all);
    [Webhook("/query/guid")] public static Task<string> Guid([Query] Guid value, [Query] Guid? optional, [Query] Guid[] all) => Of(value, optional, all);
    [Webhook("/query/datetime")] public static Task<string> DateTime([Query] DateTime value, [Query] DateTime? optional, [Query] DateTime[] all) => Of(value, optional, all);
    [Webhook("/query/datetimeoffset")] public static Task<string> DateTimeOffset([Query] DateTimeOffset value, [Query] DateTimeOffset? optional, [Query] DateTimeOffset[] all) => Of(value, optional, all);
    [Webhook("/query/dateonly")] public static Task<string> DateOnly([Query] DateOnly value, [Query] DateOnly? optional, [Query] DateOnly[] all) => Of(value, optional, all);
    [Webhook("/query/timeonly")] public static Task<string> TimeOnly([Query] TimeOnly value, [Query] TimeOnly? optional, [Query] TimeOnly[] all) => Of(value, optional, all);
    [Webhook("/query/timespan")] public static Task<string> TimeSpan([Query] TimeSpan value, [Query] TimeSpan? optional, [Query] TimeSpan[] all) => Of(value, optional, all);
    [Webhook("/query/uri")] public static Task<string> Uri([Query] Uri value, [Query] Uri? optional, [Query] Uri[] all) => Of(value, optional, all);
    [Webhook("/query/version")] public static Task<string> Version([Query] Version value, [Query] Version? optional, [Query] Version[] all) => Of(value, optional, all);
    [Webhook("/query/ipaddress")] public static Task<string> IPAddress([Query] IPAddress value, [Query] IPAddress? optional, [Query] IPAddress[] all) => Of(value, optional, all);
    [Webhook("/query/biginteger")] public static Task<string> BigInteger([Query] BigInteger value, [Query] BigInteger? optional, [Query] BigInteger[] all) => Of(value, optional, all);
    [Webhook("/query/color")] public static Task<string> Enumeration([Query] Color value, [Query] Color? optional, [Query] Color[] all) => Of(value, optional, all);
    [Webhook("/query/access")] public static Task<string> Flags([Query] Access value, [Query] Access? optional, [Query] Access[] all) => Of(value, optional, all);
    [Webhook("/query/celsius")] public static Task<string> Celsius([Query] Celsius value, [Query] Celsius? optional, [Query] Celsius[] all) => Of(value, optional, all);
    [Webhook("/query/money")] public static Task<string> Money([Query] Money value, [Query] Money? optional, [Query] Money[] all) => Of(value, optional, all);
    [Webhook("/query/tag")] public static Task<string> Tag([Query] Tag value, [Query] Tag? optional, [Query] Tag[] all) => Of(value, optional, all);
    [Webhook("/query/stringvalues")] public static Task<string> Raw([Query] StringValues value, [Query] StringValues? optional, [Query] string?[] all) => Of(value, optional, all);
    [Webhook("/query/arrays")] public static Task<string> Arrays([Query] int?[] value, [Query] int[]? optional, [Query] string[]? all) => Of(value, optional, all);
    // csharpier-ignore-end

    [Webhook("/query/defaults")]
    public static Task<string> Defaults(
        [Query] bool flag = true,
        [Query] int number = 42,
        [Query] int? maybe = 7,
        [Query] double ratio = 1.5,
        [Query] decimal price = 9.95m,
        [Query] char letter = 'x',
        [Query] string text = "fallback",
        [Query] Color color = Color.Green
    ) => Of(new object?[] { flag, number, maybe, ratio, price, letter, text, color });
}
