using System.Globalization;
using System.Runtime.CompilerServices;

namespace Hooklatch.Binding.Tests;

/// <summary>
/// Puts the process where binding must not notice: in a culture with a decimal comma and in a time zone with half hours. Where a binder
/// used either, values would differ.
/// </summary>
internal static class ModuleSetup
{
    [ModuleInitializer]
    internal static void Initialize()
    {
        Environment.SetEnvironmentVariable("TZ", "Asia/Kolkata");
        TimeZoneInfo.ClearCachedData();

        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.DateTimeFormat.ShortDatePattern = "dd.MM.yyyy";
        culture.DateTimeFormat.DateSeparator = ".";
        CultureInfo.DefaultThreadCurrentCulture = culture;
        CultureInfo.CurrentCulture = culture;
    }
}
