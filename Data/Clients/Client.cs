using StaffDashboard.Data.Records;

namespace StaffDashboard.Data.Clients;

public enum ClientKind
{
    Company,
    Person,
}

/// <summary>A customer of the office.</summary>
public class Client : Record
{
    public const int MaxName = 120;
    public const int MaxAddress = 500;
    public const int MaxNotes = 4000;

    public static readonly RecordType<Client> Type = new(
        "clients",
        "client",
        "clients",
        ClientFields.Sections,
        ClientFields.All
    )
    {
        Heading = "Clients",
    };

    public ClientKind Kind { get; set; }
    public string? Phone { get; set; }
    public string? Email { get; set; }

    /// <summary>One line each: see <see cref="ClientContact"/>.</summary>
    public string[] Contacts { get; set; } = [];
    public string PostalAddress { get; set; } = "";
    public string InvoiceAddress { get; set; } = "";
    public decimal? HourlyRate { get; set; }
    public string Notes { get; set; } = "";
}
