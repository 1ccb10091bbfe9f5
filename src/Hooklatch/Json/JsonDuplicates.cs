using Hooklatch.Http;

namespace Hooklatch.Json;

/// <summary>The properties on the way to a bound value that a payload repeats, each once.</summary>
internal struct JsonDuplicates
{
    private List<string>? _paths;

    /// <summary>Whether there are any.</summary>
    public readonly bool Any => _paths is not null;

    /// <summary>Turns them into errors.</summary>
    /// <param name="errors">Receives the errors.</param>
    public readonly void Report(BindingErrors errors)
    {
        for (var i = 0; i < _paths?.Count; i++)
        {
            errors.Add(_paths[i], JsonErrors.Invalid(_paths[i], JsonErrors.Duplicate));
        }
    }

    public void Add(string path)
    {
        _paths ??= [];
        if (!_paths.Contains(path))
        {
            _paths.Add(path);
        }
    }
}
