using Hooklatch.Management;

namespace Hooklatch.Console.Bodies.Drift;

/// <summary>Collects how a body differs from what a handler reads, each difference once and no more than people read.</summary>
internal sealed class DriftReport
{
    /// <summary>How many of a kind are told.</summary>
    public const int Max = 100;

    private readonly HashSet<string> _unknown = new(StringComparer.Ordinal);
    private readonly List<string> _inOrder = [];
    private readonly HashSet<string> _missing = new(StringComparer.Ordinal);
    private readonly List<string> _required = [];
    private readonly List<string> _optional = [];
    private bool _isCut;

    public void AddUnknown(string path) => Add(path, _unknown, _inOrder);

    public void AddMissing(string path, bool isRequired) => Add(path, _missing, isRequired ? _required : _optional);

    /// <summary>Notes that there may be more.</summary>
    public void Cut() => _isCut = true;

    public DriftView Build(string handler) =>
        new()
        {
            Handler = handler,
            Unknown = _inOrder,
            Missing = [.. _required.Concat(_optional).Take(Max)],
            IsCut = _isCut || _required.Count + _optional.Count > Max,
        };

    private void Add(string path, HashSet<string> known, List<string> paths)
    {
        if (paths.Count == Max)
        {
            _isCut |= !known.Contains(path);
        }
        else if (known.Add(path))
        {
            paths.Add(path);
        }
    }
}
