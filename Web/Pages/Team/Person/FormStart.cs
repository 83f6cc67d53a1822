using System.Security.Cryptography;
using System.Text;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Employees.Fields;

namespace StaffDashboard.Web.Pages.Team.Person;

/// <summary>
/// What the fields of an open form were when it was opened, short enough for an address: "Phone:1f3a9c20,Email:…".
/// A hash, since what stands there may be long and is nobody's business in a log.
/// </summary>
static class FormStart
{
    public static string Of(PersonForm form) =>
        string.Join(',', form.Fields.Select(field => $"{field.Key}:{Hash(form.Was(field))}"));

    public static IReadOnlyList<EmployeeField> Changed(
        string start,
        IEnumerable<EmployeeField> fields,
        Employee person
    )
    {
        var was = start.Split(',').ToHashSet(StringComparer.Ordinal);
        var known = was.Select(each => each.Split(':')[0]).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. fields.Where(field =>
                known.Contains(field.Key) && !was.Contains($"{field.Key}:{Hash(field.Of(person))}")
            ),
        ];
    }

    static string Hash(string value) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)).AsSpan(0, 4));
}
