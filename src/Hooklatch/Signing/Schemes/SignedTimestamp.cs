using System.ComponentModel;
using Hooklatch.Http;
using Hooklatch.Signing.Text;

namespace Hooklatch.Signing.Schemes;

/// <summary>Where the signed timestamp of a scheme is, and how far it may be from now. Generated code holds one per scheme.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SignedTimestamp
{
    private readonly Place _place;
    private readonly string _header;
    private readonly string _field;
    private readonly char _itemSeparator;
    private readonly char _fieldSeparator;
    private readonly int _bodyValue;

    private SignedTimestamp(Place place, string header = "", string field = "", char items = ',', char separator = '=', int bodyValue = 0)
    {
        _place = place;
        _header = header;
        _field = field;
        _itemSeparator = items;
        _fieldSeparator = separator;
        _bodyValue = bodyValue;
    }

    private enum Place
    {
        Header,
        Field,
        Body,
    }

    /// <summary>How the timestamp is written.</summary>
    public TimeUnit Unit { get; init; }

    /// <summary>How many seconds it may lie in the past.</summary>
    public required int Past { get; init; }

    /// <summary>How many seconds it may lie in the future.</summary>
    public required int Future { get; init; }

    /// <summary>Whether it is known only when the body is complete.</summary>
    internal bool NeedsBody => _place is Place.Body;

    /// <summary>A header holds it.</summary>
    public static SignedTimestamp InHeader(string header, int past, int future, TimeUnit unit) =>
        new(Place.Header, header)
        {
            Past = past,
            Future = future,
            Unit = unit,
        };

    /// <summary>A field of a header holds it.</summary>
    public static SignedTimestamp InField(
        string header,
        char itemSeparator,
        char fieldSeparator,
        string field,
        int past,
        int future,
        TimeUnit unit
    ) =>
        new(Place.Field, header, field, itemSeparator, fieldSeparator)
        {
            Past = past,
            Future = future,
            Unit = unit,
        };

    /// <summary>The body holds it: the value of this number that the scheme takes from it.</summary>
    public static SignedTimestamp InBody(int value, int past, int future, TimeUnit unit) =>
        new(Place.Body, bodyValue: value)
        {
            Past = past,
            Future = future,
            Unit = unit,
        };

    /// <summary>The timestamp as it was received; empty where there is none or several.</summary>
    public ReadOnlySpan<char> Text(scoped in ReceivedRequest request)
    {
        switch (_place)
        {
            case Place.Header:
                return request.Header(_header);
            case Place.Body:
                return request.BodyValue(_bodyValue);
            default:
                return
                    StructuredHeader.Find(request.Header(_header), _itemSeparator, _fieldSeparator, _field, out var value)
                    is HeaderCount.One
                    ? value
                    : default;
        }
    }

    /// <summary>Writes the time of signing where the scheme reads it; a time that the body has already is left as it is.</summary>
    /// <param name="request">The request that is being signed.</param>
    /// <param name="paths">Where the values stand that the scheme takes from the body.</param>
    internal void Write(OutgoingRequest request, ReadOnlySpan<string> paths)
    {
        var time = Timestamp.Write(request.SignedAt, Unit);
        switch (_place)
        {
            case Place.Header:
                request.Headers[HeaderName.At(_header, request.NamePlace)] = time;
                break;
            case Place.Field:
                var header = HeaderName.At(_header, request.NamePlace);
                request.Headers[header] = new SignatureField(_field, _itemSeparator, _fieldSeparator).Append(request.Headers[header], time);
                break;
            default:
                request.WriteMissing(paths[_bodyValue], time, isNumber: Unit is TimeUnit.Seconds or TimeUnit.Milliseconds);
                break;
        }
    }

    internal Rejection? Check(in ReceivedRequest request, DateTimeOffset now) =>
        !Timestamp.TryParse(Text(request), Unit, out var signedAt) ? Rejection.InvalidSignature
        : now - signedAt > TimeSpan.FromSeconds(Past) || signedAt - now > TimeSpan.FromSeconds(Future) ? Rejection.TimestampOutsideTolerance
        : null;
}
