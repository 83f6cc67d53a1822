using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace StaffDashboard.Data.Measures;

static class Columns
{
    public static DateTimeOffset? MomentOrNull(this DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);

    public static double? NumberOrNull(this DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetDouble(column);

    public static string? TextOrNull(this DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetString(column);

    /// <summary>Null, too, has a type: without one PostgreSQL cannot tell what is compared.</summary>
    public static void AddText(
        this NpgsqlParameterCollection parameters,
        string name,
        string? value
    ) => parameters.Add(new(name, NpgsqlDbType.Text) { Value = (object?)value ?? DBNull.Value });

    public static void AddStretch(
        this NpgsqlParameterCollection parameters,
        Stretch stretch,
        Stretch hours
    )
    {
        // In the database's own zone: the offset of an office means nothing to it.
        parameters.AddWithValue("from", stretch.From.ToUniversalTime());
        parameters.AddWithValue("until", stretch.Until.ToUniversalTime());
        parameters.AddWithValue("hours_from", hours.From.ToUniversalTime());
        parameters.AddWithValue("hours_until", hours.Until.ToUniversalTime());
    }
}
