using FsCheck;
using FsCheck.Fluent;
using StaffDashboard.Data.Clients;
using StaffDashboard.Data.Fields;

namespace StaffDashboard.Tests.Data.Clients;

public class ContactsTests
{
    static readonly Field<Client> Contacts = ClientFields.Contacts;

    [Theory]
    [InlineData("Anna Berg", "Anna Berg")]
    [InlineData(
        "anna@example.org; Anna Berg;0151 2345 6701; Event manager",
        "Anna Berg, Event manager, +4915123456701, anna@example.org"
    )]
    [InlineData(
        "Clara Zimt 0160 1112223 clara@example.org",
        "Clara Zimt, +491601112223, clara@example.org"
    )]
    [InlineData("Clara Zimt, Floor 2 lead", "Clara Zimt, Floor 2 lead")]
    [InlineData("Anna Berg\r\n\r\n Ben Okafor ,Door ", "Anna Berg\nBen Okafor, Door")]
    [InlineData("Anna Berg | Ben Okafor", "Anna Berg\nBen Okafor")]
    [InlineData("", "")]
    public void Whatever_order_it_is_typed_in_it_is_kept_in_one(string typed, string kept)
    {
        Assert.True(Contacts.TryRead(typed, OfficeWords.Plain, out var value, out _));
        Assert.Equal(kept, value);
    }

    [Theory]
    [InlineData("0151 2345 6701", "Contacts, line 1: enter a name first.")]
    [InlineData(
        "Anna\nBen, ben@home",
        "Contacts, line 2: Enter an e-mail address like name@example.com."
    )]
    [InlineData(
        "Anna, 030 555 0101, 0151 2345 6701",
        "Contacts, line 1: one phone number for each contact. Remove one, or add a second line with the name."
    )]
    [InlineData(
        "Anna, a@example.org, b@example.org",
        "Contacts, line 1: one e-mail address for each contact. Remove one, or add a second line with the name."
    )]
    [InlineData(
        "Anna, an\u200Bna@example.org",
        "Contacts, line 1: it contains an invisible character or a line break. Type it instead of pasting it."
    )]
    [InlineData(
        "Anna, 12",
        "Contacts, line 1: Enter a phone number with its country code, like +49 1512 3456701."
    )]
    [InlineData(
        "0151 2345 6701\nAnna\nBen, ben@home",
        "Contacts, line 1: enter a name first.\nContacts, line 3: Enter an e-mail address like name@example.com."
    )]
    public void What_is_wrong_is_named_with_its_line(string typed, string why)
    {
        Assert.False(Contacts.TryRead(typed, OfficeWords.Plain, out _, out var problem));
        Assert.Equal(why, problem);
    }

    [Fact]
    public void What_is_shown_and_what_stands_in_a_file_are_read_as_the_same() =>
        Prop.ForAll(
                Lists(),
                typed =>
                    Contacts.TryRead(typed, OfficeWords.Plain, out var value, out _)
                    && IsReadAs(Contacts.Edit(value, OfficeWords.Plain), value)
                    && IsReadAs(Contacts.Type.InFile(value, OfficeWords.Plain), value)
                    && Contacts.IsCanonical(value)
            )
            .Check(Config.QuickThrowOnFailure);

    static bool IsReadAs(string text, string value) =>
        Contacts.TryRead(text, OfficeWords.Plain, out var read, out _) && read == value;

    static readonly Gen<string> Line =
        from name in Gen.Elements("Anna Berg", "Ümit Öz", "d’Arc")
        from role in Gen.Elements("", ", Owner", ", Head of 2nd floor, north")
        from phone in Gen.Elements("", ", 0151 2345 6701", ", +1 (212) 555-0100")
        from mail in Gen.Elements("", ", a.b+c@example.org")
        select name + role + phone + mail;

    static Arbitrary<string> Lists() =>
        (
            from count in Gen.Choose(0, ClientContact.Most)
            from lines in Line.ListOf(count)
            select string.Join('\n', lines)
        ).ToArbitrary();
}
