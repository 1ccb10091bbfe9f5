using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Hooklatch.Http;

namespace Hooklatch.Binding.Json;

/// <summary>One value that the pass looks for: what it found so far, and what was wrong with it.</summary>
/// <typeparam name="T">The value's type, without its nullability.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct JsonField<T>
{
    /// <summary>Zero while nothing is found; otherwise one more than the alternative that the value came from.</summary>
    private int _rank;
    private T? _value;
    private string? _error;

    internal readonly bool IsPresent => _rank != 0;

    /// <summary>The value, if it is there and right, for whom it does not matter what is wrong with it.</summary>
    public readonly T? Value => _value;

    internal readonly string? Error => _error;

    /// <summary>Reads the current token unless it is <c>null</c> or a better alternative was found.</summary>
    /// <typeparam name="TScalar">How the type is read.</typeparam>
    /// <param name="cursor">On the value; it stays there.</param>
    /// <param name="alternative">Which alternative of the path leads here.</param>
    public void Read<TScalar>(ref JsonCursor cursor, int alternative = 0)
        where TScalar : struct, IJsonScalar<T>
    {
        if (cursor.HasValue && TryClaim(alternative))
        {
            var token = cursor.Token();
            _error = TScalar.TryRead(ref token, out _value) ? null : TScalar.Expected;
        }
    }

    /// <summary>Reads the current subtree unless it is <c>null</c> or a better alternative was found.</summary>
    /// <typeparam name="TTree">How the type is read.</typeparam>
    /// <param name="cursor">On the subtree's first token; it moves to the last one.</param>
    /// <param name="body">The body that the reader reads.</param>
    /// <param name="alternative">Which alternative of the path leads here.</param>
    public void ReadTree<TTree>(ref JsonCursor cursor, ReadOnlyMemory<byte> body, int alternative = 0)
        where TTree : struct, IJsonTree<T>
    {
        if (cursor.HasValue && TryClaim(alternative))
        {
            var (first, start) = (cursor.TokenType, cursor.Start);
            cursor.Skip();
            // Malformed to its end, it is no subtree, and the document is rejected.
            _error = cursor.HasFailed ? null : TTree.Read(body[start..cursor.End], first, out _value);
        }
    }

    /// <summary>Takes what a list has gathered, unless a better alternative was found.</summary>
    /// <param name="outcome">Whether the list was present and right.</param>
    /// <param name="value">The collection.</param>
    /// <param name="alternative">Which alternative of the path leads here.</param>
    public void Take(JsonOutcome outcome, T value, int alternative = 0)
    {
        if (outcome.IsPresent && TryClaim(alternative))
        {
            _error = outcome.Error;
            _value = value;
        }
    }

    /// <summary>The value; an error if it is missing or wrong.</summary>
    /// <param name="errors">Receives the error.</param>
    /// <param name="path">The path as written.</param>
    /// <returns>The value, which is only of use if there are no errors.</returns>
    public readonly T Required(BindingErrors errors, string path)
    {
        if ((IsPresent ? _error : JsonProjection.Missing) is { } error)
        {
            errors.Add(path, error);
        }

        return _value!;
    }

    /// <summary>The value, or a fallback if there is none; an error if it is wrong.</summary>
    /// <param name="errors">Receives the error.</param>
    /// <param name="path">The path as written.</param>
    /// <param name="fallback">What stands for an absent value.</param>
    /// <returns>The value, which is only of use if there are no errors.</returns>
    [return: NotNullIfNotNull(nameof(fallback))]
    public readonly T? Or(BindingErrors errors, string path, T? fallback)
    {
        if (_error is not null)
        {
            errors.Add(path, _error);
        }

        return IsPresent ? _value! : fallback;
    }

    private bool TryClaim(int alternative)
    {
        if (IsPresent && _rank <= alternative + 1)
        {
            return false;
        }

        _rank = alternative + 1;
        return true;
    }
}
