using System.Text.Json;
using System.Text.Json.Nodes;

namespace StaffDashboard.Data.Fields;

/// <summary>Some of a few that are fixed, kept by their names in the order of the enumeration.</summary>
/// <param name="none">How it reads when there is none.</param>
public sealed class SetType<T>(string none) : FieldType
    where T : struct, Enum
{
    static readonly T[] All = Enum.GetValues<T>();

    public override Control Control => Control.Checks;

    public override bool TryRead(
        string label,
        string typed,
        OfficeWords words,
        out string value,
        out string problem
    )
    {
        var names = FieldText.Split(CleanText.Of(typed));
        var known = All.Where(each => names.Contains(each.ToString(), StringComparer.Ordinal));
        var isKnown = names.All(Enum.GetNames<T>().Contains);
        value = isKnown ? SetType.Text(known) : "";
        problem = isKnown ? "" : $"{label}: choose among {FieldText.Join(Enum.GetNames<T>())}.";
        return isKnown;
    }

    public override string Show(string value, OfficeWords words) => value.Length > 0 ? value : none;

    public override string Edit(string value, OfficeWords words) => value;

    /// <summary>Every set there is: there are few names.</summary>
    public override IEnumerable<(string Value, string Text)> Choices(OfficeWords words) =>
        Enumerable
            .Range(0, 1 << All.Length)
            .Select(set => SetType.Text(All.Where((_, at) => (set >> at & 1) == 1)))
            .Select(text => (text, Show(text, words)));

    public override IEnumerable<(string Value, string Text)> Asked(OfficeWords words) =>
        All.Select(each => (each.ToString(), each.ToString()));

    public override JsonNode? ToTrail(string value) =>
        new JsonArray([.. FieldText.Split(value).Select(name => (JsonNode)name)]);

    public override string FromTrail(JsonElement stored) => FieldText.OfArray(stored);
}

public static class SetType
{
    public static string Text<T>(IEnumerable<T> values)
        where T : struct, Enum =>
        FieldText.Join(Enum.GetValues<T>().Where(values.Contains).Select(each => each.ToString()));

    public static T[] Values<T>(string value)
        where T : struct, Enum => [.. FieldText.Split(value).Select(name => Enum.Parse<T>(name))];
}
