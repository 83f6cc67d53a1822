using System.Text.Json;
using System.Text.Json.Nodes;

namespace StaffDashboard.Data.Employees.Fields;

sealed class SkillsField()
    : EmployeeField(nameof(Employee.Skills), "skills", "Skills", Section.Work)
{
    public override string Of(Employee employee) => SkillList.Write(employee.Skills);

    public override void Put(Employee employee, string value) =>
        employee.HaveSkills(SkillList.Read(value));

    public override bool TryRead(
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
                ? $"{Label}: at most {Employee.MaxSkills}; these are {skills.Length}."
            : skills.FirstOrDefault(s => s.Length > Employee.MaxSkill) is { } tooLong
                ? $"{Label}: “{CleanText.Beginning(tooLong, 12)}…” is longer than {Employee.MaxSkill} characters."
            : !skills.All(NameText.IsPlain) ? $"{Label}: one of them {NameText.Problem}"
            : "";
        return problem.Length == 0;
    }

    public override JsonNode? ToTrail(string value) =>
        new JsonArray([.. SkillList.Read(value).Select(skill => JsonValue.Create(skill))]);

    public override string FromTrail(JsonElement stored) =>
        stored.ValueKind is JsonValueKind.Array
            ? SkillList.Write(stored.EnumerateArray().Select(s => s.ToString()))
            : "";
}
