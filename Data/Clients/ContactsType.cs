using System.Text.Json;
using System.Text.Json.Nodes;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Fields;

namespace StaffDashboard.Data.Clients;

/// <summary>Contacts, one a line.</summary>
sealed class ContactsType : FieldType
{
    public override Control Control => Control.MultiLine;

    public static string[] Lines(string value) =>
        value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public override bool TryRead(
        string label,
        string typed,
        OfficeWords words,
        out string value,
        out string problem
    )
    {
        value = "";
        // In a file, where a cell has one line, bars stand between them.
        var lines = Lines(typed.ReplaceLineEndings("\n").Replace('|', '\n'));
        var (read, problems) = (new List<string>(), new List<string>());
        if (lines.Length > ClientContact.Most)
            problems.Add($"{label}: at most {ClientContact.Most}; these are {lines.Length}.");
        for (var at = 0; at < lines.Length && at < ClientContact.Most; at++)
            if (ClientContact.TryRead(lines[at], words, out var contact, out var wrong))
                read.Add(contact.ToString());
            else
                problems.Add($"{label}, line {at + 1}: {wrong}");
        problem = string.Join('\n', problems);
        if (problems.Count == 0)
            value = string.Join('\n', read);
        return problems.Count == 0;
    }

    public override string Show(string value, OfficeWords words) =>
        string.Join(
            '\n',
            Lines(value)
                .Select(line => ClientContact.Of(line))
                .Select(c => c with { Phone = Employees.Phone.Show(c.Phone) })
        );

    public override IEnumerable<string> ReadAs(string value, OfficeWords words) =>
        Lines(value).Select(line => ClientContact.Of(line).ReadAs());

    public override string InSentence(string value, OfficeWords words) =>
        Show(value, words).Replace("\n", "; ", StringComparison.Ordinal);

    public override IEnumerable<IReadOnlyList<ShownText>> ShowLines(
        string value,
        OfficeWords words
    ) => Lines(value).Select(line => ClientContact.Of(line).Show().ToList());

    public override string InFile(string value, OfficeWords words) =>
        Show(value, words).Replace("\n", " | ", StringComparison.Ordinal);

    public override JsonNode? ToTrail(string value) =>
        new JsonArray([.. Lines(value).Select(line => JsonValue.Create(line))]);

    public override string FromTrail(JsonElement stored) =>
        stored.ValueKind is JsonValueKind.Array
            ? string.Join('\n', stored.EnumerateArray().Select(line => line.ToString()))
            : "";

    public override string Sql(string text) => $"string_to_array({text}, E'\\n')";
}
