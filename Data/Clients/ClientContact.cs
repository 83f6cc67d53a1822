using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Fields;

namespace StaffDashboard.Data.Clients;

/// <summary>Somebody to talk to at a client, on one line: "Anna Berg, Event manager, +49 1512 3456701, anna@example.org".</summary>
public sealed record ClientContact(string Name, string Role, string Phone, string Email)
{
    public const int Most = 30;
    public const int Longest = 300;
    const int ShortestPhone = 6;

    /// <summary>What is a phone number or an e-mail address is told by its looks; of the rest the first is the name.</summary>
    public static bool TryRead(
        string line,
        OfficeWords words,
        out ClientContact contact,
        out string problem
    )
    {
        var parts = line.Split(',', ';')
            .SelectMany(SplitUp)
            .Select(CleanText.Of)
            .Where(p => p.Length > 0)
            .ToList();
        var emails = parts.FindAll(part => part.Contains('@', StringComparison.Ordinal));
        var phones = parts.FindAll(part => part.Any(char.IsDigit) && !part.Any(char.IsLetter));
        var texts = parts.Except(emails).Except(phones).ToList();
        var phone = phones.FirstOrDefault() ?? "";
        problem =
            line.Length > Longest ? $"at most {Longest} characters; this has {line.Length}."
            : texts.Count == 0 ? "enter a name first."
            : !NameText.IsPlain(line) ? $"it {NameText.Problem}"
            : phones.Count > 1
                ? "one phone number for each contact. Remove one, or add a second line with the name."
            : emails.Count > 1
                ? "one e-mail address for each contact. Remove one, or add a second line with the name."
            : emails.Any(email => !EmailAddress.IsPlausible(email)) ? EmailAddress.Problem
            : phone.Length > 0 && !Employees.Phone.TryRead(phone, words.CountryCode, out phone)
                ? Employees.Phone.Problem
            : "";
        contact = new(
            texts.FirstOrDefault() ?? "",
            string.Join(", ", texts.Skip(1)),
            phone,
            emails.FirstOrDefault() ?? ""
        );
        return problem.Length == 0;
    }

    // Where commas are missing: "Clara Zimt 0160 1112223 clara@example.org".
    static IEnumerable<string> SplitUp(string part)
    {
        var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        var emails = words.FindAll(word => word.Contains('@', StringComparison.Ordinal));
        var text = string.Join(' ', words.Except(emails));
        var number = text.IndexOfAny([.. "+(0123456789"]);
        var hasNumber =
            number > 0
            && !text[number..].Any(char.IsLetter)
            && text[number..].Count(char.IsDigit) >= ShortestPhone;
        return hasNumber ? [text[..number], text[number..], .. emails] : [text, .. emails];
    }

    /// <summary>Of a line as it is kept.</summary>
    public static ClientContact Of(string line) =>
        TryRead(line, OfficeWords.Plain, out var contact, out _) ? contact : new(line, "", "", "");

    /// <summary>With what each part was taken for: whoever typed the role first sees it.</summary>
    public string ReadAs() =>
        string.Join(
            " · ",
            new[]
            {
                ("Name", Name),
                ("role", Role),
                ("phone", Employees.Phone.Show(Phone)),
                ("e-mail", Email),
            }
                .Where(part => part.Item2.Length > 0)
                .Select(part => $"{part.Item1}: {part.Item2}")
        );

    public IEnumerable<ShownText> Show()
    {
        yield return new(Role.Length == 0 ? Name : $"{Name}, {Role}");
        if (Phone.Length > 0)
            yield return new(Employees.Phone.Show(Phone), "tel:" + Phone);
        if (Email.Length > 0)
            yield return new(Email, EmailAddress.Link(Email));
    }

    public override string ToString() =>
        string.Join(", ", new[] { Name, Role, Phone, Email }.Where(part => part.Length > 0));
}
