using Hooklatch.Deliveries;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Binding;

/// <summary>Finds the files of a form by the name of their field.</summary>
internal static class FormFiles
{
    public static IFormFile One(Delivery context, IFormCollection form, string name) =>
        form.Files.GetFile(name) ?? Missing<IFormFile>(context, name);

    public static List<IFormFile> All(Delivery context, IFormCollection form, string name) =>
        AllOrNull(form, name) ?? Missing<List<IFormFile>>(context, name);

    public static List<IFormFile>? AllOrNull(IFormCollection form, string name) =>
        form.Files.GetFiles(name) is { Count: > 0 } files ? [.. files] : null;

    private static T Missing<T>(Delivery context, string name)
    {
        context.Fail(name, $"The file '{name}' is required.");
        return default!;
    }
}
