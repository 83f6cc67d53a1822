using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace StaffDashboard.Data.Fields;

/// <summary>Several of the office's own list, kept by their ids and typed and read by their names.</summary>
/// <param name="none">How it reads when there is none.</param>
/// <param name="unknown">What is said before a name that is not in the list.</param>
/// <param name="tooMany">What is said when there are more than the most.</param>
public sealed class ChoicesType(
    ChoiceList list,
    int most,
    string none,
    string unknown,
    string tooMany
) : FieldType
{
    public override ChoiceList List => list;
    public override Control Control => Control.Tags;

    public static string Text(IEnumerable<Guid> ids) =>
        FieldText.Join(ids.Distinct().Order().Select(id => id.ToString()));

    public static Guid[] Ids(string value) =>
        [.. FieldText.Split(value).Select(id => Guid.Parse(id, CultureInfo.InvariantCulture))];

    public override bool TryRead(
        string label,
        string typed,
        OfficeWords words,
        out string value,
        out string problem
    )
    {
        var byName = words
            .Of(list)
            .ToDictionary(
                choice => choice.Value,
                choice => choice.Key,
                StringComparer.OrdinalIgnoreCase
            );
        var names = FieldText.Split(CleanText.Of(typed));
        var missing = names.FirstOrDefault(name => !byName.ContainsKey(name));
        value = missing is null ? Text(names.Select(name => byName[name])) : "";
        problem =
            missing is not null ? $"{label}: {unknown} {missing}."
            : names.Length > most ? $"{label}: {tooMany}"
            : "";
        return problem.Length == 0;
    }

    // Whether they still are in the list, only the list knows.
    public override bool IsCanonical(string value) =>
        FieldText.Split(value).All(id => Guid.TryParseExact(id, "D", out _));

    public override string Show(string value, OfficeWords words) =>
        Names(value, words, _ => "somebody who is gone") is { Length: > 0 } names ? names : none;

    // What is not in the list any more stands there as its id: it can be seen, and taken out.
    public override string Edit(string value, OfficeWords words) => Names(value, words, id => id);

    string Names(string value, OfficeWords words, Func<string, string> gone) =>
        FieldText.Join(
            FieldText
                .Split(value)
                .Select(id =>
                    Guid.TryParse(id, CultureInfo.InvariantCulture, out var one)
                        ? words.Of(list).GetValueOrDefault(one) ?? gone(id)
                        : gone(id)
                )
                .Order(StringComparer.Ordinal)
        );

    public override JsonNode? ToTrail(string value) =>
        new JsonArray([.. FieldText.Split(value).Select(id => (JsonNode)id)]);

    public override string FromTrail(JsonElement stored) => FieldText.OfArray(stored);
}
