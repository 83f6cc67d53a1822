using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StaffDashboard.Data.Records;

namespace StaffDashboard.Data.Clients;

sealed class ClientConfiguration : IEntityTypeConfiguration<Client>
{
    public void Configure(EntityTypeBuilder<Client> client)
    {
        client.ConfigureRecord("clients", Client.MaxName, "search_text(name, phone, contacts)");
        client.ConfigurePhone(c => c.Phone);
        client.ConfigureEmail(c => c.Email);
        client.ConfigureHourlyRate(c => c.HourlyRate);
        client.AddCheck("kind", "kind in ('Company', 'Person')");
        client.AddCheck("contacts", $"cardinality(contacts) <= {ClientContact.Most}");
        client.Property(c => c.Kind).HasConversion<string>();
        client.Property(c => c.PostalAddress).HasMaxLength(Client.MaxAddress);
        client.Property(c => c.InvoiceAddress).HasMaxLength(Client.MaxAddress);
        client.Property(c => c.Notes).HasMaxLength(Client.MaxNotes);
    }
}
