using System.Net;
using System.Numerics;
using Microsoft.Extensions.Primitives;
using static Hooklatch.Binding.Tests.Echo;
using Form = Microsoft.AspNetCore.Mvc.FromFormAttribute;

namespace Hooklatch.Binding.Tests.Endpoints;

/// <summary>Fields of a form: every type required, optional and as an array.</summary>
[Unverified("compared with ASP.NET Core")]
internal static class FormEndpoints
{
    // csharpier-ignore-start
    [Webhook("/form/string")] public static Task<string> String([Form] string value, [Form] string? optional, [Form] StringValues? all) => Of(value, optional, all);
    [Webhook("/form/bool")] public static Task<string> Bool([Form] bool value, [Form] bool? optional, [Form] bool[] all) => Of(value, optional, all);
    [Webhook("/form/byte")] public static Task<string> Byte([Form] byte value, [Form] byte? optional, [Form] byte[] all) => Of(value, optional, all);
    [Webhook("/form/sbyte")] public static Task<string> SByte([Form] sbyte value, [Form] sbyte? optional, [Form] sbyte[] all) => Of(value, optional, all);
    [Webhook("/form/short")] public static Task<string> Short([Form] short value, [Form] short? optional, [Form] short[] all) => Of(value, optional, all);
    [Webhook("/form/ushort")] public static Task<string> UShort([Form] ushort value, [Form] ushort? optional, [Form] ushort[] all) => Of(value, optional, all);
    [Webhook("/form/int")] public static Task<string> Int([Form] int value, [Form] int? optional, [Form] int[] all) => Of(value, optional, all);
    [Webhook("/form/uint")] public static Task<string> UInt([Form] uint value, [Form] uint? optional, [Form] uint[] all) => Of(value, optional, all);
    [Webhook("/form/long")] public static Task<string> Long([Form] long value, [Form] long? optional, [Form] long[] all) => Of(value, optional, all);
    [Webhook("/form/ulong")] public static Task<string> ULong([Form] ulong value, [Form] ulong? optional, [Form] ulong[] all) => Of(value, optional, all);
    [Webhook("/form/int128")] public static Task<string> Int128([Form] Int128 value, [Form] Int128? optional, [Form] Int128[] all) => Of(value, optional, all);
    [Webhook("/form/half")] public static Task<string> Half([Form] Half value, [Form] Half? optional, [Form] Half[] all) => Of(value, optional, all);
    [Webhook("/form/float")] public static Task<string> Float([Form] float value, [Form] float? optional, [Form] float[] all) => Of(value, optional, all);
    [Webhook("/form/double")] public static Task<string> Double([Form] double value, [Form] double? optional, [Form] double[] all) => Of(value, optional, all);
    [Webhook("/form/decimal")] public static Task<string> Decimal([Form] decimal value, [Form] decimal? optional, [Form] decimal[] all) => Of(value, optional, all);
    [Webhook("/form/char")] public static Task<string> Char([Form] char value, [Form] char? optional, [Form] char[] all) => Of(value, optional, all);
    [Webhook("/form/guid")] public static Task<string> Guid([Form] Guid value, [Form] Guid? optional, [Form] Guid[] all) => Of(value, optional, all);
    [Webhook("/form/datetime")] public static Task<string> DateTime([Form] DateTime value, [Form] DateTime? optional, [Form] DateTime[] all) => Of(value, optional, all);
    [Webhook("/form/datetimeoffset")] public static Task<string> DateTimeOffset([Form] DateTimeOffset value, [Form] DateTimeOffset? optional, [Form] DateTimeOffset[] all) => Of(value, optional, all);
    [Webhook("/form/dateonly")] public static Task<string> DateOnly([Form] DateOnly value, [Form] DateOnly? optional, [Form] DateOnly[] all) => Of(value, optional, all);
    [Webhook("/form/timeonly")] public static Task<string> TimeOnly([Form] TimeOnly value, [Form] TimeOnly? optional, [Form] TimeOnly[] all) => Of(value, optional, all);
    [Webhook("/form/timespan")] public static Task<string> TimeSpan([Form] TimeSpan value, [Form] TimeSpan? optional, [Form] TimeSpan[] all) => Of(value, optional, all);
    [Webhook("/form/uri")] public static Task<string> Uri([Form] Uri value, [Form] Uri? optional, [Form] Uri[] all) => Of(value, optional, all);
    [Webhook("/form/version")] public static Task<string> Version([Form] Version value, [Form] Version? optional, [Form] Version[] all) => Of(value, optional, all);
    [Webhook("/form/ipaddress")] public static Task<string> IPAddress([Form] IPAddress value, [Form] IPAddress? optional, [Form] IPAddress[] all) => Of(value, optional, all);
    [Webhook("/form/biginteger")] public static Task<string> BigInteger([Form] BigInteger value, [Form] BigInteger? optional, [Form] BigInteger[] all) => Of(value, optional, all);
    [Webhook("/form/color")] public static Task<string> Enumeration([Form] Color value, [Form] Color? optional, [Form] Color[] all) => Of(value, optional, all);
    [Webhook("/form/access")] public static Task<string> Flags([Form] Access value, [Form] Access? optional, [Form] Access[] all) => Of(value, optional, all);
    [Webhook("/form/celsius")] public static Task<string> Celsius([Form] Celsius value, [Form] Celsius? optional, [Form] Celsius[] all) => Of(value, optional, all);
    [Webhook("/form/money")] public static Task<string> Money([Form] Money value, [Form] Money? optional, [Form] Money[] all) => Of(value, optional, all);
    [Webhook("/form/tag")] public static Task<string> Tag([Form] Tag value, [Form] Tag? optional, [Form] Tag[] all) => Of(value, optional, all);
    [Webhook("/form/stringvalues")] public static Task<string> Raw([Form] StringValues value, [Form] StringValues? optional, [Form] StringValues? all) => Of(value, optional, all);
    [Webhook("/form/arrays")] public static Task<string> Arrays([Form] int?[] value, [Form] int[]? optional, [Form] StringValues? all) => Of(value, optional, all);
    // csharpier-ignore-end

    [Webhook("/form/defaults")]
    public static Task<string> Defaults(
        [Form] bool flag = true,
        [Form] int number = 42,
        [Form] int? maybe = 7,
        [Form] double ratio = 1.5,
        [Form] decimal price = 9.95m,
        [Form] char letter = 'x',
        [Form] string text = "fallback",
        [Form] Color color = Color.Green
    ) => Of(new object?[] { flag, number, maybe, ratio, price, letter, text, color });
}
