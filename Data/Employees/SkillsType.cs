using System.Text.Json;
using System.Text.Json.Nodes;
using StaffDashboard.Data.Fields;

namespace StaffDashboard.Data.Employees;

sealed class SkillsType : FieldType
{
    public override Control Control => Control.Tags;

    public override bool TryRead(
        string label,
        string typed,
        OfficeWords words,
        out string value,
        out string problem
    )
    {
        var skills = SkillList.Read(typed.Replace(';', ','));
        value = SkillList.Write(skills);
        problem =
            skills.Length > Employee.MaxSkills
                ? $"{label}: at most {Employee.MaxSkills}; these are {skills.Length}."
            : skills.FirstOrDefault(s => s.Length > Employee.MaxSkill) is { } tooLong
                ? $"{label}: “{CleanText.Beginning(tooLong, 12)}…” is longer than {Employee.MaxSkill} characters."
            : !skills.All(NameText.IsPlain) ? $"{label}: one of them {NameText.Problem}"
            : "";
        return problem.Length == 0;
    }

    public override JsonNode? ToTrail(string value) =>
        new JsonArray([.. SkillList.Read(value).Select(skill => JsonValue.Create(skill))]);

    public override string FromTrail(JsonElement stored) =>
        stored.ValueKind is JsonValueKind.Array
            ? SkillList.Write(stored.EnumerateArray().Select(s => s.ToString()))
            : "";

    public override string Sql(string text) => $"string_to_array({text}, ', ')";
}
