using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Records;
using StaffDashboard.Data.Users;

namespace StaffDashboard.Data.Clients;

/// <summary>Everything that is kept about a client, in the order in which it is shown.</summary>
public static class ClientFields
{
    static readonly Section Contact = new("Contact", Edit: UserRole.Staff);
    static readonly Section Addresses = new("Addresses", Edit: UserRole.Staff);
    static readonly Section Billing = new("Billing", See: UserRole.Manager) { IsAside = true };
    static readonly Section NotesSection = new("Notes", Edit: UserRole.Staff) { IsAside = true };

    public static readonly IReadOnlyList<Section> Sections =
    [
        Contact,
        Addresses,
        Billing,
        NotesSection,
    ];

    public static readonly Field<Client> Name = CommonFields.Name<Client>(
        Contact,
        Client.MaxName,
        "client|customer|company|company name|kunde|firma|firmenname|auftraggeber"
    );

    public static readonly Field<Client> Kind = new(
        nameof(Client.Kind),
        "kind",
        "Kind",
        Contact,
        new EnumType<ClientKind>(
            kind => kind is ClientKind.Person ? "Private person" : "Company",
            ClientKinds.Read
        ),
        c => c.Kind.ToString(),
        (c, v) => c.Kind = Enum.Parse<ClientKind>(v)
    )
    {
        OutlivesErasure = true,
        Headings = "type|client type|art|kundenart",
    };

    public static readonly Field<Client> Phone = CommonFields.Phone<Client>(
        Contact,
        c => c.Phone,
        (c, v) => c.Phone = v
    );

    public static readonly Field<Client> Email = CommonFields.Email<Client>(
        Contact,
        c => c.Email,
        (c, v) => c.Email = v
    );

    public static readonly Field<Client> Contacts = new(
        nameof(Client.Contacts),
        "contacts",
        "Contacts",
        Contact,
        new ContactsType(),
        c => string.Join('\n', c.Contacts),
        (c, v) => c.Contacts = ContactsType.Lines(v)
    )
    {
        Width = "all",
        Hint =
            "One person per line: name, role, phone, e-mail. Like Anna Berg, Event manager, 0151 2345 6701, anna@example.org.",
        Headings = "contact|contact person|contact persons|ansprechpartner|kontakt|kontakte",
    };

    public static readonly Field<Client> PostalAddress = Address(
        nameof(Client.PostalAddress),
        "postal_address",
        "Postal address",
        c => c.PostalAddress,
        (c, v) => c.PostalAddress = v,
        "address|street|anschrift|adresse|postanschrift"
    );

    public static readonly Field<Client> InvoiceAddress = Address(
        nameof(Client.InvoiceAddress),
        "invoice_address",
        "Invoice address",
        c => c.InvoiceAddress,
        (c, v) => c.InvoiceAddress = v,
        "billing address|rechnungsadresse|rechnungsanschrift",
        "Leave it empty where invoices go to the postal address.",
        "Same as postal address"
    );

    public static readonly Field<Client> HourlyRate = CommonFields.HourlyRate<Client>(
        Billing,
        "Charged for an hour of one person. Seen by managers only.",
        "rate|price|charged rate|stundensatz|verrechnungssatz|satz|preis",
        c => c.HourlyRate,
        (c, v) => c.HourlyRate = v
    );

    public static readonly Field<Client> Notes = CommonFields.Notes<Client>(
        NotesSection,
        Client.MaxNotes,
        c => c.Notes,
        (c, v) => c.Notes = v
    );

    public static readonly IReadOnlyList<Field<Client>> All =
    [
        Name,
        Kind,
        Phone,
        Email,
        Contacts,
        PostalAddress,
        InvoiceAddress,
        HourlyRate,
        Notes,
    ];

    static Field<Client> Address(
        string key,
        string column,
        string label,
        Func<Client, string> of,
        Action<Client, string> put,
        string headings,
        string? hint = null,
        string? whenEmpty = null
    ) =>
        new(
            key,
            column,
            label,
            Addresses,
            new TextType(Client.MaxAddress, Control.MultiLine) { IsNeverNull = true },
            of,
            put
        )
        {
            Width = "all",
            Hint = hint,
            WhenEmpty = whenEmpty,
            Headings = headings,
        };
}
