using Npgsql;

namespace Hooklatch.Postgres.Access;

/// <summary>Columns that may be empty.</summary>
internal static class Columns
{
    public static string? Text(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : PgText.Decode(row.GetString(column));

    public static long? LongOrNull(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    public static int? IntOrNull(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    public static byte[]? BytesOrNull(this NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetFieldValue<byte[]>(column);

    public static DateTimeOffset Time(this NpgsqlDataReader row, int column) => new(row.GetInt64(column), TimeSpan.Zero);

    public static DateTimeOffset? TimeOrNull(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.Time(column);
}
