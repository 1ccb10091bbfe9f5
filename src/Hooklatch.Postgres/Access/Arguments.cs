using Npgsql;
using NpgsqlTypes;

namespace Hooklatch.Postgres.Access;

/// <summary>The arguments of a call, in their order. Nothing of them is found by reflection.</summary>
internal static class Arguments
{
    public static NpgsqlCommand Add(this NpgsqlCommand command, long? value) => command.AddTyped(value, NpgsqlDbType.Bigint);

    public static NpgsqlCommand Add(this NpgsqlCommand command, int value) => command.AddTyped<int>(value, NpgsqlDbType.Integer);

    public static NpgsqlCommand Add(this NpgsqlCommand command, short? value) => command.AddTyped(value, NpgsqlDbType.Smallint);

    public static NpgsqlCommand Add(this NpgsqlCommand command, bool? value) => command.AddTyped(value, NpgsqlDbType.Boolean);

    public static NpgsqlCommand Add(this NpgsqlCommand command, string? value) =>
        command.AddParameter(new NpgsqlParameter<string> { TypedValue = PgText.Encode(value), NpgsqlDbType = NpgsqlDbType.Text });

    public static NpgsqlCommand Add(this NpgsqlCommand command, ReadOnlyMemory<byte>? value) => command.AddTyped(value, NpgsqlDbType.Bytea);

    public static NpgsqlCommand Add(this NpgsqlCommand command, long[] values) => command.AddArray(values, NpgsqlDbType.Bigint);

    public static NpgsqlCommand Add(this NpgsqlCommand command, int[]? values) => command.AddArray(values, NpgsqlDbType.Integer);

    public static NpgsqlCommand Add(this NpgsqlCommand command, short[] values) => command.AddArray(values, NpgsqlDbType.Smallint);

    public static NpgsqlCommand Add(this NpgsqlCommand command, bool[] values) => command.AddArray(values, NpgsqlDbType.Boolean);

    public static NpgsqlCommand Add(this NpgsqlCommand command, string?[] values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = PgText.Encode(values[index]);
        }

        return command.AddArray(values, NpgsqlDbType.Text);
    }

    public static NpgsqlCommand Add(this NpgsqlCommand command, byte[]?[] values) => command.AddArray(values, NpgsqlDbType.Bytea);

    public static NpgsqlCommand Add(this NpgsqlCommand command, ReadOnlyMemory<byte>[] values) =>
        command.AddArray(values, NpgsqlDbType.Bytea);

    public static NpgsqlCommand Add(this NpgsqlCommand command, ReadOnlyMemory<byte>?[] values) =>
        command.AddArray(values, NpgsqlDbType.Bytea);

    private static NpgsqlCommand AddTyped<T>(this NpgsqlCommand command, T? value, NpgsqlDbType type)
        where T : struct =>
        command.AddParameter(
            value is { } given
                ? new NpgsqlParameter<T> { TypedValue = given, NpgsqlDbType = type }
                : new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = type }
        );

    private static NpgsqlCommand AddArray<T>(this NpgsqlCommand command, T[]? values, NpgsqlDbType type) =>
        command.AddParameter(
            values is not null
                ? new NpgsqlParameter<T[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type }
                : new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | type }
        );

    private static NpgsqlCommand AddParameter(this NpgsqlCommand command, NpgsqlParameter parameter)
    {
        command.Parameters.Add(parameter);
        return command;
    }
}
