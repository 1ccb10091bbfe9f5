using System.Net;
using System.Numerics;
using static Hooklatch.Binding.Tests.Echo;
using Route = Microsoft.AspNetCore.Mvc.FromRouteAttribute;

namespace Hooklatch.Binding.Tests.Endpoints;

/// <summary>Parameters of the endpoint's template.</summary>
[Unverified("compared with ASP.NET Core")]
internal static class RouteEndpoints
{
    // csharpier-ignore-start
    [Webhook("/route/string/{value}")] public static Task<string> String([Route] string value) => Of(value);
    [Webhook("/route/bool/{value}")] public static Task<string> Bool([Route] bool value) => Of(value);
    [Webhook("/route/byte/{value}")] public static Task<string> Byte([Route] byte value) => Of(value);
    [Webhook("/route/sbyte/{value}")] public static Task<string> SByte([Route] sbyte value) => Of(value);
    [Webhook("/route/short/{value}")] public static Task<string> Short([Route] short value) => Of(value);
    [Webhook("/route/ushort/{value}")] public static Task<string> UShort([Route] ushort value) => Of(value);
    [Webhook("/route/int/{value}")] public static Task<string> Int([Route] int value) => Of(value);
    [Webhook("/route/uint/{value}")] public static Task<string> UInt([Route] uint value) => Of(value);
    [Webhook("/route/long/{value}")] public static Task<string> Long([Route] long value) => Of(value);
    [Webhook("/route/ulong/{value}")] public static Task<string> ULong([Route] ulong value) => Of(value);
    [Webhook("/route/int128/{value}")] public static Task<string> Int128([Route] Int128 value) => Of(value);
    [Webhook("/route/half/{value}")] public static Task<string> Half([Route] Half value) => Of(value);
    [Webhook("/route/float/{value}")] public static Task<string> Float([Route] float value) => Of(value);
    [Webhook("/route/double/{value}")] public static Task<string> Double([Route] double value) => Of(value);
    [Webhook("/route/decimal/{value}")] public static Task<string> Decimal([Route] decimal value) => Of(value);
    [Webhook("/route/char/{value}")] public static Task<string> Char([Route] char value) => Of(value);
    [Webhook("/route/guid/{value}")] public static Task<string> Guid([Route] Guid value) => Of(value);
    [Webhook("/route/datetime/{value}")] public static Task<string> DateTime([Route] DateTime value) => Of(value);
    [Webhook("/route/datetimeoffset/{value}")] public static Task<string> DateTimeOffset([Route] DateTimeOffset value) => Of(value);
    [Webhook("/route/dateonly/{value}")] public static Task<string> DateOnly([Route] DateOnly value) => Of(value);
    [Webhook("/route/timeonly/{value}")] public static Task<string> TimeOnly([Route] TimeOnly value) => Of(value);
    [Webhook("/route/timespan/{value}")] public static Task<string> TimeSpan([Route] TimeSpan value) => Of(value);
    [Webhook("/route/uri/{value}")] public static Task<string> Uri([Route] Uri value) => Of(value);
    [Webhook("/route/version/{value}")] public static Task<string> Version([Route] Version value) => Of(value);
    [Webhook("/route/ipaddress/{value}")] public static Task<string> IPAddress([Route] IPAddress value) => Of(value);
    [Webhook("/route/biginteger/{value}")] public static Task<string> BigInteger([Route] BigInteger value) => Of(value);
    [Webhook("/route/color/{value}")] public static Task<string> Enumeration([Route] Color value) => Of(value);
    [Webhook("/route/access/{value}")] public static Task<string> Flags([Route] Access value) => Of(value);
    [Webhook("/route/celsius/{value}")] public static Task<string> Celsius([Route] Celsius value) => Of(value);
    [Webhook("/route/money/{value}")] public static Task<string> Money([Route] Money value) => Of(value);
    [Webhook("/route/tag/{value}")] public static Task<string> Tag([Route] Tag value) => Of(value);
    // csharpier-ignore-end
}
