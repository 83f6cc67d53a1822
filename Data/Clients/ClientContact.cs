using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Fields;

namespace StaffDashboard.Data.Clients;

/// <summary>Somebody to talk to at a client, on one line: "Anna Berg, Event manager, +49 151 2345 6701, anna@example.org".</summary>
public sealed record ClientContact(string Name, string Role, string Phone, string Email)
{
    public const int Most = 30;
    const int MaxPart = 120;

    /// <summary>What is a phone number or an e-mail address is told by its looks; of the rest the first is the name.</summary>
    public static bool TryRead(
        string line,
        OfficeWords words,
        out ClientContact contact,
        out string problem
    )
    {
        contact = new("", "", "", "");
        var texts = new List<string>();
        foreach (var part in line.Split(',', ';').Select(CleanText.Of).Where(p => p.Length > 0))
            if (part.Length > MaxPart)
            {
                problem =
                    $"“{CleanText.Beginning(part, 12)}…” is longer than {MaxPart} characters.";
                return false;
            }
            else if (part.Contains('@', StringComparison.Ordinal))
                contact = contact with { Email = part };
            else if (part.Any(char.IsDigit) && !part.Any(char.IsLetter))
                contact = contact with { Phone = part };
            else
                texts.Add(part);
        contact = contact with
        {
            Name = texts.FirstOrDefault() ?? "",
            Role = string.Join(", ", texts.Skip(1)),
        };
        problem =
            texts.Count == 0 ? "enter a name first."
            : !texts.All(NameText.IsPlain) ? $"the name {NameText.Problem}"
            : contact.Email.Length > 0 && !EmailAddress.IsPlausible(contact.Email)
                ? EmailAddress.Problem
            : "";
        if (problem.Length == 0 && contact.Phone.Length > 0)
        {
            if (Employees.Phone.TryRead(contact.Phone, words.CountryCode, out var phone))
                contact = contact with { Phone = phone };
            else
                problem = Employees.Phone.Problem;
        }
        return problem.Length == 0;
    }

    /// <summary>Of a line as it is kept.</summary>
    public static ClientContact Of(string line) =>
        TryRead(line, OfficeWords.Plain, out var contact, out _) ? contact : new(line, "", "", "");

    public IEnumerable<ShownText> Show()
    {
        yield return new(Role.Length == 0 ? Name : $"{Name}, {Role}");
        if (Phone.Length > 0)
            yield return new(Employees.Phone.Show(Phone), "tel:" + Phone);
        if (Email.Length > 0)
            yield return new(Email, "mailto:" + Email);
    }

    public override string ToString() =>
        string.Join(", ", new[] { Name, Role, Phone, Email }.Where(part => part.Length > 0));
}
