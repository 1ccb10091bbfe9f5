using System.Net;
using System.Numerics;
using Microsoft.Extensions.Primitives;
using static Hooklatch.Binding.Tests.Echo;
using Header = Microsoft.AspNetCore.Mvc.FromHeaderAttribute;

namespace Hooklatch.Binding.Tests.Endpoints;

/// <summary>Text of headers: every type required, optional and as an array.</summary>
[Unverified("compared with ASP.NET Core")]
internal static class HeaderEndpoints
{
    // csharpier-ignore-start
    [Webhook("/header/string")] public static Task<string> String([Header] string value, [Header] string? optional, [Header] string[] all) => Of(value, optional, all);
    [Webhook("/header/bool")] public static Task<string> Bool([Header] bool value, [Header] bool? optional, [Header] bool[] all) => Of(value, optional, all);
    [Webhook("/header/byte")] public static Task<string> Byte([Header] byte value, [Header] byte? optional, [Header] byte[] all) => Of(value, optional, all);
    [Webhook("/header/sbyte")] public static Task<string> SByte([Header] sbyte value, [Header] sbyte? optional, [Header] sbyte[] all) => Of(value, optional, all);
    [Webhook("/header/short")] public static Task<string> Short([Header] short value, [Header] short? optional, [Header] short[] all) => Of(value, optional, all);
    [Webhook("/header/ushort")] public static Task<string> UShort([Header] ushort value, [Header] ushort? optional, [Header] ushort[] all) => Of(value, optional, all);
    [Webhook("/header/int")] public static Task<string> Int([Header] int value, [Header] int? optional, [Header] int[] all) => Of(value, optional, all);
    [Webhook("/header/uint")] public static Task<string> UInt([Header] uint value, [Header] uint? optional, [Header] uint[] all) => Of(value, optional, all);
    [Webhook("/header/long")] public static Task<string> Long([Header] long value, [Header] long? optional, [Header] long[] all) => Of(value, optional, all);
    [Webhook("/header/ulong")] public static Task<string> ULong([Header] ulong value, [Header] ulong? optional, [Header] ulong[] all) => Of(value, optional, all);
    [Webhook("/header/int128")] public static Task<string> Int128([Header] Int128 value, [Header] Int128? optional, [Header] Int128[] all) => Of(value, optional, all);
    [Webhook("/header/half")] public static Task<string> Half([Header] Half value, [Header] Half? optional, [Header] Half[] all) => Of(value, optional, all);
    [Webhook("/header/float")] public static Task<string> Float([Header] float value, [Header] float? optional, [Header] float[] all) => Of(value, optional, all);
    [Webhook("/header/double")] public static Task<string> Double([Header] double value, [Header] double? optional, [Header] double[] all) => Of(value, optional, all);
    [Webhook("/header/decimal")] public static Task<string> Decimal([Header] decimal value, [Header] decimal? optional, [Header] decimal[] all) => Of(value, optional, all);
    [Webhook("/header/char")] public static Task<string> Char([Header] char value, [Header] char? optional, [Header] char[] all) => Of(value, optional, all);
    [Webhook("/header/guid")] public static Task<string> Guid([Header] Guid value, [Header] Guid? optional, [Header] Guid[] all) => Of(value, optional, all);
    [Webhook("/header/datetime")] public static Task<string> DateTime([Header] DateTime value, [Header] DateTime? optional, [Header] DateTime[] all) => Of(value, optional, all);
    [Webhook("/header/datetimeoffset")] public static Task<string> DateTimeOffset([Header] DateTimeOffset value, [Header] DateTimeOffset? optional, [Header] DateTimeOffset[] all) => Of(value, optional, all);
    [Webhook("/header/dateonly")] public static Task<string> DateOnly([Header] DateOnly value, [Header] DateOnly? optional, [Header] DateOnly[] all) => Of(value, optional, all);
    [Webhook("/header/timeonly")] public static Task<string> TimeOnly([Header] TimeOnly value, [Header] TimeOnly? optional, [Header] TimeOnly[] all) => Of(value, optional, all);
    [Webhook("/header/timespan")] public static Task<string> TimeSpan([Header] TimeSpan value, [Header] TimeSpan? optional, [Header] TimeSpan[] all) => Of(value, optional, all);
    [Webhook("/header/uri")] public static Task<string> Uri([Header] Uri value, [Header] Uri? optional, [Header] Uri[] all) => Of(value, optional, all);
    [Webhook("/header/version")] public static Task<string> Version([Header] Version value, [Header] Version? optional, [Header] Version[] all) => Of(value, optional, all);
    [Webhook("/header/ipaddress")] public static Task<string> IPAddress([Header] IPAddress value, [Header] IPAddress? optional, [Header] IPAddress[] all) => Of(value, optional, all);
    [Webhook("/header/biginteger")] public static Task<string> BigInteger([Header] BigInteger value, [Header] BigInteger? optional, [Header] BigInteger[] all) => Of(value, optional, all);
    [Webhook("/header/color")] public static Task<string> Enumeration([Header] Color value, [Header] Color? optional, [Header] Color[] all) => Of(value, optional, all);
    [Webhook("/header/access")] public static Task<string> Flags([Header] Access value, [Header] Access? optional, [Header] Access[] all) => Of(value, optional, all);
    [Webhook("/header/celsius")] public static Task<string> Celsius([Header] Celsius value, [Header] Celsius? optional, [Header] Celsius[] all) => Of(value, optional, all);
    [Webhook("/header/money")] public static Task<string> Money([Header] Money value, [Header] Money? optional, [Header] Money[] all) => Of(value, optional, all);
    [Webhook("/header/tag")] public static Task<string> Tag([Header] Tag value, [Header] Tag? optional, [Header] Tag[] all) => Of(value, optional, all);
    [Webhook("/header/stringvalues")] public static Task<string> Raw([Header] StringValues value, [Header] StringValues? optional, [Header] string?[] all) => Of(value, optional, all);
    [Webhook("/header/arrays")] public static Task<string> Arrays([Header] int?[] value, [Header] int[]? optional, [Header] string[]? all) => Of(value, optional, all);
    // csharpier-ignore-end

    [Webhook("/header/defaults")]
    public static Task<string> Defaults(
        [Header] bool flag = true,
        [Header] int number = 42,
        [Header] int? maybe = 7,
        [Header] double ratio = 1.5,
        [Header] decimal price = 9.95m,
        [Header] char letter = 'x',
        [Header] string text = "fallback",
        [Header] Color color = Color.Green
    ) => Of(new object?[] { flag, number, maybe, ratio, price, letter, text, color });
}
