using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Users;
using StaffDashboard.Data.WorkRoles;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Data.Employees;

public class EmployeeFieldsTests
{
    static readonly Guid[] Known = [Guid.CreateVersion7(), Guid.CreateVersion7()];

    static readonly OfficeWords Words = OfficeWords
        .Plain.With(
            WorkRole.Choices,
            new Dictionary<Guid, string> { [Known[0]] = "Bar", [Known[1]] = "Service" }
        )
        .With(
            User.Choices,
            new Dictionary<Guid, string> { [Known[0]] = "Bea Keller", [Known[1]] = "Tom Maier" }
        );

    public static TheoryData<string> Keys => [.. EmployeeFields.All.Select(f => f.Key)];

    [Fact]
    public void A_skill_that_is_too_long_is_named_without_half_an_emoji()
    {
        var skill = new string('a', 11) + "👋" + new string('b', 80);

        Assert.False(
            EmployeeFields.Skills.TryRead(skill, OfficeWords.Plain, out _, out var problem)
        );

        Assert.StartsWith("Skills: “aaaaaaaaaaa…” is longer", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_has_worked_tomorrow()
    {
        var clock = new SettableClock();
        clock.Set(new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));
        var words = OfficeWords.Plain.At(clock);

        // It is the 22nd already where the day begins first.
        Assert.True(EmployeeFields.LastWorkedOn.TryRead("2026-11-22", words, out _, out _));
        Assert.False(
            EmployeeFields.LastWorkedOn.TryRead("2026-11-23", words, out _, out var problem)
        );
        Assert.Equal("Last worked: enter a date that is not in the future.", problem);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void What_is_read_of_a_person_and_put_into_another_is_the_same(string key) =>
        Given.Any(
            People.ToArbitrary(),
            person =>
            {
                var field = EmployeeFields.All.Single(f => f.Key == key);
                var other = new Employee();
                field.Put(other, field.Of(person));
                return field.Of(other) == field.Of(person);
            }
        );

    [Theory]
    [MemberData(nameof(Keys))]
    public void What_stands_in_an_input_reads_as_what_is_stored(string key) =>
        Given.Any(
            People.ToArbitrary(),
            person =>
            {
                var field = EmployeeFields.All.Single(f => f.Key == key);
                var stored = field.Of(person);
                return field.TryRead(field.Edit(stored, Words), Words, out var read, out _)
                    && read == stored;
            }
        );

    [Theory]
    [MemberData(nameof(Keys))]
    public void What_is_shown_reads_as_what_is_stored(string key)
    {
        // A date is shown for eyes ("21 Nov 2026"); it is typed and filed in another form.
        if (key == nameof(Employee.LastWorkedOn))
            return;
        Given.Any(
            People.ToArbitrary(),
            person =>
            {
                var field = EmployeeFields.All.Single(f => f.Key == key);
                var stored = field.Of(person);
                return field.TryRead(field.Show(stored, Words), Words, out var read, out _)
                    && read == stored;
            }
        );
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Whatever_is_typed_is_read_in_one_form_or_refused_with_a_word(string key) =>
        Given.Any(
            ArbMap.Default.ArbFor<string>(),
            typed =>
            {
                var field = EmployeeFields.All.Single(f => f.Key == key);
                if (!field.TryRead(typed ?? "", Words, out var once, out var problem))
                    return problem.Length > 0;
                var person = new Employee();
                field.Put(person, once);
                return problem.Length == 0
                    && field.Of(person) == once
                    && field.TryRead(field.Edit(once, Words), Words, out var twice, out _)
                    && twice == once;
            }
        );

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_problem_names_the_way_out_in_one_sentence(string key)
    {
        var field = EmployeeFields.All.Single(f => f.Key == key);
        var bad = key switch
        {
            nameof(Employee.Name) => "",
            nameof(Employee.Notes) => new string('x', Employee.MaxNotes + 1),
            nameof(Employee.Skills) => new string('x', Employee.MaxSkill + 1),
            _ => "?!",
        };

        Assert.False(field.TryRead(bad, Words, out _, out var problem));
        Assert.EndsWith(".", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("invalid", problem, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(nameof(Employee.HourlyRate), "14,5", "14.5")]
    [InlineData(nameof(Employee.HourlyRate), "14.50", "14.5")]
    [InlineData(nameof(Employee.HourlyRate), "€14.50", "14.5")]
    [InlineData(nameof(Employee.HourlyRate), "14,50 eur", "14.5")]
    [InlineData(nameof(Employee.HourlyRate), "", "")]
    [InlineData(nameof(Employee.HourlyRate), "-0", "0")]
    [InlineData(nameof(Employee.OpeningHours), "", "0")]
    [InlineData(nameof(Employee.LastWorkedOn), "1.11.2026", "2026-11-01")]
    [InlineData(nameof(Employee.Employment), "full time", "FullTime")]
    [InlineData(nameof(Employee.AlwaysNeeded), "Ja", "true")]
    [InlineData(nameof(Employee.Skills), "bar; English, BAR,", "bar, English")]
    [InlineData(nameof(Employee.Name), " Amira\u0301 ", "Amirá")]
    public void The_many_ways_to_type_it_have_one_meaning(
        string key,
        string typed,
        string canonical
    )
    {
        Assert.True(
            EmployeeFields.All.Single(f => f.Key == key).TryRead(typed, Words, out var read, out _)
        );
        Assert.Equal(canonical, read);
    }

    [Theory]
    [InlineData("1,000")]
    [InlineData("1.234,56")]
    [InlineData("-1")]
    [InlineData("10000.01")]
    [InlineData("1e3")]
    public void A_number_that_could_mean_two_things_is_refused(string typed) =>
        Assert.False(EmployeeFields.HourlyRate.TryRead(typed, Words, out _, out _));

    [Fact]
    public void A_role_is_read_by_name_and_an_unknown_one_is_refused()
    {
        Assert.True(EmployeeFields.WorkRole.TryRead("bar", Words, out var value, out _));
        Assert.Equal(Known[0].ToString(), value);
        Assert.False(EmployeeFields.WorkRole.TryRead("Diving", Words, out _, out var problem));
        Assert.Contains("Diving", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void The_trails_form_of_a_value_is_the_canonical_one()
    {
        var stored = JsonDocument
            .Parse("""[14.50, null, ["bar", "English"], true, "2026-11-01"]""")
            .RootElement;

        Assert.Equal("14.5", EmployeeFields.HourlyRate.FromTrail(stored[0]));
        Assert.Equal("", EmployeeFields.HourlyRate.FromTrail(stored[1]));
        Assert.Equal("bar, English", EmployeeFields.Skills.FromTrail(stored[2]));
        Assert.Equal("true", EmployeeFields.AlwaysNeeded.FromTrail(stored[3]));
        Assert.Equal("2026-11-01", EmployeeFields.LastWorkedOn.FromTrail(stored[4]));
    }

    static Gen<Employee> People =>
        from name in Gen.Elements("Amira Yilmaz", "O’Neil", "Łukasz", "李小龙", "A")
        from phone in Gen.Elements(null, "+4915123456701", "+12025550123", "+35312345678")
        from email in Gen.Elements(null, "a@example.org", "Ä.b@example.co.uk")
        from role in Gen.Elements<Guid?>(null, Known[0], Known[1])
        from skills in Gen.SubListOf("bar", "English", "fork lift", "Küche")
        from employment in Gen.Elements(Enum.GetValues<Employment>())
        from needed in Gen.Elements(true, false)
        from cents in Gen.Choose(-1, 1_000_000)
        from hours in Gen.Choose(0, 100_000_000)
        from day in Gen.Choose(-1, 60_000)
        from notes in Gen.Elements("", "One", "One\nTwo", "Tab\there")
        select Made(name, phone, email, role, skills, employment, needed, cents, hours, day, notes);

    static Employee Made(
        string name,
        string? phone,
        string? email,
        Guid? role,
        IEnumerable<string> skills,
        Employment employment,
        bool needed,
        int cents,
        int hours,
        int day,
        string notes
    )
    {
        var person = new Employee
        {
            Name = name,
            Phone = phone,
            Email = email,
            WorkRoleId = role,
            UserId = role,
            Employment = employment,
            AlwaysNeeded = needed,
            HourlyRate = cents < 0 ? null : cents / 100m,
            OpeningHours = hours / 100m,
            LastWorkedOn = day < 0 ? null : new DateOnly(1900, 1, 1).AddDays(day),
            Notes = notes,
        };
        person.HaveSkills(skills);
        return person;
    }
}
